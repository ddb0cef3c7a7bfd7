package io.stockmate.core.ledger;

import io.stockmate.core.message.Decimal;

/** What is counted in the books: each currency and each symbol's goods, by itself. */
public final class Units {
    private static final char GOODS = '#';

    private Units() {}

    /** The unit of a symbol's goods: {@code #SYMBOL}, so that a symbol EUR is not a currency. */
    public static String goods(String symbol) {
        return GOODS + symbol;
    }

    public static boolean isGoods(String unit) {
        return !unit.isEmpty() && unit.charAt(0) == GOODS;
    }

    /** Decimals of an amount in minor units: 4 for a currency, 0 for goods. */
    public static int scale(String unit) {
        return isGoods(unit) ? 0 : Decimal.SCALE;
    }
}
