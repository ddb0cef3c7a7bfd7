package io.stockmate.core.market;

/** Reads derived ids of orders and trades back. */
final class OrderIds {
    private static final int DIGITS_MAX = 18;
    private static final String TRADE = "-T-";

    private OrderIds() {}

    /** The entry of an order of this symbol; 0 where the id is none of its. */
    static long entry(String symbol, String orderId) {
        return number(symbol + "-", orderId);
    }

    /** The number of a trade of this symbol; 0 where the id is none of its. */
    static long trade(String symbol, String tradeId) {
        return number(symbol + TRADE, tradeId);
    }

    static String tradeId(String symbol, long number) {
        return symbol + TRADE + number;
    }

    private static long number(String prefix, String id) {
        int start = prefix.length();
        int digits = id.length() - start;
        if (digits < 1 || digits > DIGITS_MAX || !id.startsWith(prefix) || id.charAt(start) == '0') {
            return 0;
        }
        long number = 0;
        for (int i = start; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            number = 10 * number + (c - '0');
        }
        return number;
    }
}
