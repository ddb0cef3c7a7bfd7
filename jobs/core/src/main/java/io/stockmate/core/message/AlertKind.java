package io.stockmate.core.message;

/**
 * What an alert is about, and what a {@link SetAlertRule} of this kind may say: the unit of its threshold, and
 * threshold and window where none was set. The definitions are those of the rules in {@code core.anomaly}.
 */
public enum AlertKind {
    PRICE_CHANGE(Unit.PERCENT, 5, 300, Desk.OPERATOR),
    PRICE_OUTSIDE_BANDS(Unit.PERCENT, 20, 60, Desk.OPERATOR),
    FAT_FINGER(Unit.PERCENT, 10, 60, Desk.OPERATOR),

    NEGATIVE_STOCK(Unit.PIECES, 1, 0, Desk.REPLENISHMENT),
    BELOW_SAFETY_STOCK(Unit.PERCENT, 100, 0, Desk.REPLENISHMENT),
    PROJECTED_STOCKOUT(Unit.TIMES, 1, 7 * Unit.DAY_SEC, Desk.REPLENISHMENT),
    OVERSTOCK(Unit.PERCENT, 100, 0, Desk.REPLENISHMENT),
    LATE_RECEIPT(Unit.DAYS, 1, 0, Desk.REPLENISHMENT),
    OVER_DELIVERY(Unit.PIECES, 1, Unit.DAY_SEC, Desk.WAREHOUSE),
    DUPLICATE_RECEIPT(Unit.PIECES, 1, 600, Desk.WAREHOUSE),
    STOCK_DISCREPANCY(Unit.PERCENT, 2, 30 * Unit.DAY_SEC, Desk.WAREHOUSE),
    DEMAND_SPIKE(Unit.TIMES, 2, 3_600, Desk.REPLENISHMENT),

    WASH_TRADE(Unit.PIECES, 2, 600, Desk.SURVEILLANCE),
    LAYERING(Unit.PIECES, 5, 60, Desk.SURVEILLANCE),
    QUOTE_STUFFING(Unit.PIECES, 500, 10, Desk.SURVEILLANCE),
    MARKING_THE_CLOSE(Unit.PERCENT, 2, 600, Desk.SURVEILLANCE),
    MOMENTUM_IGNITION(Unit.PERCENT, 2, 60, Desk.SURVEILLANCE),

    UNUSUAL_RETURN(Unit.SCORE, 50, 3_600, Desk.OPERATOR),
    UNUSUAL_SPREAD(Unit.SCORE, 50, 3_600, Desk.OPERATOR),
    UNUSUAL_VOLUME(Unit.SCORE, 50, 3_600, Desk.OPERATOR),
    UNUSUAL_ORDER_RATE(Unit.SCORE, 50, 3_600, Desk.OPERATOR),
    UNUSUAL_STOCK_MOVEMENT(Unit.SCORE, 50, 3_600, Desk.REPLENISHMENT);

    /** What a threshold counts. */
    public enum Unit {
        /** Of a price or of a quantity. */
        PERCENT,
        /** Pieces, orders, trades or messages. */
        PIECES,
        DAYS,
        /** A multiple of what is usual. */
        TIMES,
        /** How sure a detector must be, 0 to 100: 50 is where detectors alert, at 100 they never do. */
        SCORE;

        private static final long DAY_SEC = 86_400;
    }

    /** Who is told, unless the job is configured otherwise. */
    private static final class Desk {
        private static final String OPERATOR = "operator";
        private static final String REPLENISHMENT = "replenishment";
        private static final String WAREHOUSE = "warehouse";
        private static final String SURVEILLANCE = "surveillance";
    }

    /** The largest threshold of any unit, in units of 10⁻⁴. */
    public static final long THRESHOLD_MAX = 1_000_000_000 * Decimal.ONE;

    /** The longest window. */
    public static final long WINDOW_SEC_MAX = 31 * Unit.DAY_SEC;

    private final Unit unit;
    private final long threshold;
    private final long windowSec;
    private final String recipient;

    AlertKind(Unit unit, long threshold, long windowSec, String recipient) {
        this.unit = unit;
        this.threshold = threshold * Decimal.ONE;
        this.windowSec = windowSec;
        this.recipient = recipient;
    }

    public Unit unit() {
        return unit;
    }

    /** Where no rule was set: in {@link #unit}, in units of 10⁻⁴. */
    public long threshold() {
        return threshold;
    }

    /** Where no rule was set, or one with the window 0. */
    public long windowSec() {
        return windowSec;
    }

    /** The desk that is told by default. */
    public String recipient() {
        return recipient;
    }
}
