package o2c.testkit.sample.goods;

/** A table row that should not be public. */
public class GoodsRow {}
