package io.stockmate.producers.planted;

import io.stockmate.producers.Pace;
import java.time.Duration;

/**
 * When things are planted, in book time.
 *
 * @param usualEveryMs between two usual trades of a symbol
 * @param busyEveryMs the same where much goes on
 * @param firstAfterMs from the start to the first plant
 * @param everyMs between two plants
 * @param tidyAfterMsMax how long what was planted stays at most before it is put in order
 * @param patienceMs how late a command may arrive, and its alert come
 * @param days whether there is time for what takes days
 */
record Season(
        long usualEveryMs,
        long busyEveryMs,
        long firstAfterMs,
        long everyMs,
        long tidyAfterMsMax,
        long patienceMs,
        boolean days) {
    private static final long FAST_FROM = 600;
    private static final long PATIENCE_REAL_MS = 3_000;

    /**
     * In simulated weeks a plant every three hours, from the second day on; in real time one every ten seconds, of what
     * takes no days.
     */
    static Season at(Pace pace) {
        long patience = PATIENCE_REAL_MS * pace.speed();
        if (pace.speed() >= FAST_FROM) {
            return new Season(
                    Duration.ofHours(1).toMillis(),
                    Duration.ofMinutes(15).toMillis(),
                    Duration.ofHours(27).toMillis(),
                    Duration.ofHours(3).toMillis(),
                    Long.MAX_VALUE,
                    patience,
                    true);
        }
        long second = 1_000 * pace.speed();
        return new Season(5 * second, second, 15 * second, 10 * second, 30 * second, patience, false);
    }
}
