package io.stockmate.producers;

/**
 * What everybody thinks a symbol is worth: a random walk in ticks that is drawn back towards where it started, with a
 * jump now and then.
 */
final class FairValue {
    private static final int STEPS_AT_ONCE_MAX = 4;
    private static final int JUMP_ONE_IN = 150;

    private final long tick;
    private final long stepMs;
    private final long jumpTicks;
    private final long anchor;
    private long value;
    private long movedAt = Long.MIN_VALUE;

    /**
     * @param stepMs time between two moves
     * @param jumpTicks how far a jump goes at most
     */
    FairValue(Listing listing, long stepMs, long jumpTicks) {
        this.tick = listing.tick();
        this.stepMs = stepMs;
        this.jumpTicks = jumpTicks;
        this.anchor = listing.openingPrice();
        this.value = listing.openingPrice();
    }

    /** A multiple of the tick. */
    long value() {
        return value;
    }

    /** Goes on from a price at which it was last traded. */
    void resumeAt(long price) {
        value = price;
    }

    /** Makes the moves that are due; after a pause only the last few. */
    void move(Floor floor) {
        if (movedAt == Long.MIN_VALUE) {
            movedAt = floor.time();
        }
        long due = (floor.time() - movedAt) / stepMs;
        movedAt += due * stepMs;
        for (long step = Math.min(due, STEPS_AT_ONCE_MAX); step > 0; step--) {
            step(floor);
        }
    }

    private void step(Floor floor) {
        if (floor.chance(50)) {
            return;
        }
        long ticks = floor.oneIn(JUMP_ONE_IN) ? floor.between(jumpTicks / 2, jumpTicks) : floor.between(1, 2);
        long farMost = anchor / 10;
        long upPercent = 50 - Math.max(-40, Math.min(40, 40 * (value - anchor) / farMost));
        boolean up = floor.chance((int) upPercent);
        value = Math.max(tick, value + (up ? ticks : -ticks) * tick);
    }
}
