package io.stockmate.producers;

/**
 * How book time and the time of those who take part hang together: in theirs a second lasts a second, in book time
 * {@code speed} seconds.
 *
 * @param startedAt where both say the same, epoch milliseconds
 */
public record Pace(long speed, long startedAt) {
    /** @throws IllegalArgumentException unless {@code speed ≥ 1} */
    public Pace {
        if (speed < 1) {
            throw new IllegalArgumentException("the speed is " + speed + "; it must be at least 1");
        }
    }

    /** Book time, as who takes part feels it. */
    public long felt(long bookTime) {
        return startedAt + Math.floorDiv(bookTime - startedAt, speed);
    }

    /** The book time at which somebody feels {@code time}. */
    public long bookTime(long time) {
        return startedAt + Math.multiplyExact(time - startedAt, speed);
    }
}
