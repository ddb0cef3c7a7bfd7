package io.stockmate.core.anomaly.movement;

/**
 * How likely a quantity is where the cause has nothing to do with how the key is sold: what broke, went missing or was
 * mistyped comes in no packs and at every scale. Lomax with exponent ½, rounded up to whole pieces: half of all
 * quantities are at most 90, one in ten is above 2,970.
 */
final class UnrelatedSizes {
    private static final double SCALE = 30;

    private UnrelatedSizes() {}

    /** The probability of exactly this quantity; sums to 1 over 1, 2, 3 … */
    static double probability(long quantity) {
        // (1 + (q−1)/s)^−½ − (1 + q/s)^−½ without the cancellation
        double below = StrictMath.sqrt(1 + (quantity - 1) / SCALE);
        double above = StrictMath.sqrt(1 + quantity / SCALE);
        return 1 / (SCALE * (below + above) * below * above);
    }
}
