package io.stockmate.core.anomaly.detect;

import java.io.DataOutput;
import java.io.IOException;

/**
 * Scores one series of one key, value by value. The score of a value depends on values up to it alone; the same values
 * give the same scores, also when the scorer was written and read in between.
 */
public interface SeriesScorer {
    /**
     * Scores a value and learns from it.
     *
     * @param timeMillis when it was true, epoch milliseconds; never before the previous one's
     * @param value any finite number, or NaN where the series has none for this time
     */
    Score score(long timeMillis, double value);

    /** Writes all that is needed to go on as this scorer would; the size has a bound. */
    void write(DataOutput out) throws IOException;
}
