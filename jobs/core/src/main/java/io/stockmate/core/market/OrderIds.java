package io.stockmate.core.market;

/** Reads derived order ids back. */
final class OrderIds {
    private static final int DIGITS_MAX = 18;

    private OrderIds() {}

    /** The entry of an order of this symbol; 0 where the id is none of its. */
    static long entry(String symbol, String orderId) {
        int start = symbol.length() + 1;
        int digits = orderId.length() - start;
        if (digits < 1 || digits > DIGITS_MAX || !orderId.startsWith(symbol) || orderId.charAt(start - 1) != '-') {
            return 0;
        }
        long entry = 0;
        for (int i = start; i < orderId.length(); i++) {
            char c = orderId.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            entry = 10 * entry + (c - '0');
        }
        return orderId.charAt(start) == '0' ? 0 : entry;
    }
}
