package io.stockmate.core.demand.inventory;

import io.stockmate.core.demand.DemandDistribution;

/** What may be asked for over some days, in units. */
public interface UncertainDemand {
    double mean();

    /** The quantity that is not exceeded with {@code probability}, which lies between 0 and 1, both excluded. */
    double quantile(double probability);

    /** E[max(0, X − level)], what is expected to go short if {@code level} is all there is. */
    double shortageAbove(double level);

    /** No demand for certain: that of no days. */
    static UncertainDemand none() {
        return Certain.NONE;
    }

    /** What a forecaster expects in total. */
    static UncertainDemand of(DemandDistribution total) {
        return new UncertainDemand() {
            @Override
            public double mean() {
                return total.mean();
            }

            @Override
            public double quantile(double probability) {
                return total.quantile(probability);
            }

            @Override
            public double shortageAbove(double level) {
                return total.shortageAbove(level);
            }
        };
    }
}
