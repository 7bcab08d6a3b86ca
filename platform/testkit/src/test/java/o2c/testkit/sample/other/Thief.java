package o2c.testkit.sample.other;

import o2c.testkit.sample.goods.GoodsRow;

/** Takes another feature's row. */
class Thief {
    private final GoodsRow row = new GoodsRow();

    GoodsRow row() {
        return row;
    }
}
