package io.stockmate.core.demand.inventory;

/** A demand of which the quantity is known. */
record Certain(double mean) implements UncertainDemand {
    static final Certain NONE = new Certain(0);

    @Override
    public double quantile(double probability) {
        return mean;
    }

    @Override
    public double shortageAbove(double level) {
        return Math.max(0, mean - level);
    }
}
