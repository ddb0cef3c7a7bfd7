package io.stockmate.core.demand;

import java.util.List;

/** What a {@link Forecaster} lets forecast a series of one nature. */
sealed interface DemandModel permits SmoothModel, CountModel {
    /** Takes the next value; NaN where it is missing. */
    void observe(double value);

    /** The distributions of the next {@code steps} values. */
    List<DemandDistribution> distributions(int steps);

    /** The distribution of the sum of the next {@code steps} values. */
    DemandDistribution total(int steps);

    /** What is roughly to be expected of the next value; cheaper than a forecast. */
    double expected();

    void write(StateWriter out);

    void read(StateReader in);
}
