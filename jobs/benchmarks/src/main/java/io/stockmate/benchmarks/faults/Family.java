package io.stockmate.benchmarks.faults;

import java.util.Random;

/** The laws of series that faults are planted in. */
public enum Family {
    /** An autoregression with φ = 0.7. */
    AUTOREGRESSION {
        @Override
        CleanSeries draw(int count, Random random) {
            return new NoiseSeries(0.7, 0, Innovation.GAUSSIAN, count, random);
        }
    },

    /** Noise on a daily season that is five times as large. */
    DAILY_SEASON {
        @Override
        CleanSeries draw(int count, Random random) {
            return new NoiseSeries(0, 5, Innovation.GAUSSIAN, count, random);
        }
    },

    /** Student's noise with three degrees of freedom. */
    HEAVY_TAILS {
        @Override
        CleanSeries draw(int count, Random random) {
            return new NoiseSeries(0, 0, Innovation.STUDENT_3, count, random);
        }
    },

    /** Counts at a daily rate. */
    COUNTS {
        @Override
        CleanSeries draw(int count, Random random) {
            return new CountSeries(count, random);
        }
    },

    /** A Gaussian random walk. */
    RANDOM_WALK {
        @Override
        CleanSeries draw(int count, Random random) {
            return new NoiseSeries(1, 0, Innovation.GAUSSIAN, count, random);
        }
    },

    /** Pieces on hand. */
    STOCK {
        @Override
        CleanSeries draw(int count, Random random) {
            return new StockSeries(count, random);
        }
    };

    abstract CleanSeries draw(int count, Random random);
}
