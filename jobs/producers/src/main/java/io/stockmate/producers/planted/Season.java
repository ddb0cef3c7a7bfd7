package io.stockmate.producers.planted;

import io.stockmate.producers.Pace;
import java.time.Duration;

/**
 * When things are planted, in book time.
 *
 * @param usualEveryMs between two usual trades of a symbol
 * @param firstAfterMs from the start to the first plant
 * @param everyMs between two plants
 * @param patienceMs how late a command may arrive, and its alert come
 * @param days whether there is time for what takes days
 */
record Season(long usualEveryMs, long firstAfterMs, long everyMs, long patienceMs, boolean days) {
    private static final long FAST_FROM = 600;
    private static final long PATIENCE_REAL_MS = 3_000;

    /** In simulated weeks a plant every three hours; in real time one every ten seconds, of what takes no days. */
    static Season at(Pace pace) {
        long patience = PATIENCE_REAL_MS * pace.speed();
        if (pace.speed() >= FAST_FROM) {
            return new Season(
                    Duration.ofHours(1).toMillis(),
                    Duration.ofHours(18).toMillis(),
                    Duration.ofHours(3).toMillis(),
                    patience,
                    true);
        }
        return new Season(5_000 * pace.speed(), 15_000 * pace.speed(), 10_000 * pace.speed(), patience, false);
    }
}
