package io.stockmate.core.market;

/** The bounds that keep every amount within DECIMAL(18,4) and every sum of amounts within DECIMAL(38,4). */
public final class Limits {
    /** Prices are below this, in units of 10⁻⁴. */
    public static final long PRICE = 1_000_000_000_000L;

    /** Quantities are below this. */
    public static final long QUANTITY = 1_000_000_000_000L;

    /** Amounts of money are below this, in units of 10⁻⁴. */
    public static final long MONEY = 1_000_000_000_000_000_000L;

    /**
     * What an account can hold or have on order is below this before it buys or receives more, and so is what it is
     * short of when it sells.
     */
    static final long STOCK = 1_000_000_000_000_000L;

    static final long LEAD_TIME_DAYS = 3_650;

    private Limits() {}

    /** Whether {@code spent + price × quantity} stays below {@link #MONEY}; no argument is negative. */
    static boolean moneyFits(long spent, long price, long quantity) {
        return Math.multiplyHigh(price, quantity) == 0
                && price * quantity >= 0
                && price * quantity < MONEY
                && spent + price * quantity < MONEY;
    }
}
