package io.stockmate.core.demand.inventory;

/** Each whole number from 0 to {@code most} as probable as the others, so that all can be worked out by hand. */
record UniformDemand(int most) implements UncertainDemand {
    @Override
    public double mean() {
        return most / 2.0;
    }

    @Override
    public double quantile(double probability) {
        return Math.max(0, Math.ceil(probability * (most + 1) - 1e-9) - 1);
    }

    @Override
    public double shortageAbove(double level) {
        double shortage = 0;
        for (int quantity = 0; quantity <= most; quantity++) {
            shortage += Math.max(0, quantity - level) / (most + 1);
        }
        return shortage;
    }
}
