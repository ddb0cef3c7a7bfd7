package io.stockmate.producers;

/** How many commands may be said by now, at a given rate. What is left over keeps for one second at most. */
final class CommandBudget {
    private static final long MS_PER_SECOND = 1_000;

    private final long perSecond;
    private long thousandths;
    private long lastTime = Long.MIN_VALUE;

    CommandBudget(long perSecond) {
        if (perSecond < 1) {
            throw new IllegalArgumentException(
                    "the rate is " + perSecond + " commands/s; it must be at least 1 command/s");
        }
        this.perSecond = perSecond;
    }

    /** Adds what has become due since the last call. */
    void advance(long time) {
        if (lastTime != Long.MIN_VALUE) {
            long elapsedMs = Math.min(Math.max(time - lastTime, 0), MS_PER_SECOND);
            thousandths = Math.min(thousandths + elapsedMs * perSecond, perSecond * MS_PER_SECOND);
        }
        lastTime = time;
    }

    boolean allowsOne() {
        return thousandths >= MS_PER_SECOND;
    }

    void spend(int commands) {
        thousandths -= commands * MS_PER_SECOND;
    }
}
