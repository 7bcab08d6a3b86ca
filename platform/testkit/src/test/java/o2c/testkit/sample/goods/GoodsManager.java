package o2c.testkit.sample.goods;

/** Has an empty word in its name and is public for nobody. */
public class GoodsManager {}
