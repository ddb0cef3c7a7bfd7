package io.stockmate.benchmarks.stock;

/**
 * The textbook's policy that most shops use: the last 28 days' mean over the protected days, and {@code safety}
 * standard deviations above it (Silver, Pyke and Thomas, Inventory and Production Management in Supply Chains, 4th ed.,
 * ch. 6).
 */
record MeanAndDeviation(double safety) implements LevelPolicy {
    @Override
    public double[] levels(Evening evening) {
        double[] levels = new double[evening.items()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = Math.max(
                    0,
                    Math.rint(Shelf.PROTECTED_DAYS * evening.recentMeans()[i]
                            + safety * Math.sqrt(Shelf.PROTECTED_DAYS) * evening.recentDeviations()[i]));
        }
        return levels;
    }
}
