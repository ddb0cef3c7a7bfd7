package io.stockmate.benchmarks.stock;

/** Says each evening up to which level each item is ordered. */
interface LevelPolicy {
    /**
     * Decides on one evening's levels.
     *
     * @param evening what is known then, for every item
     */
    double[] levels(Evening evening);

    /** Takes note of what a day's customers asked for and got, per item. */
    default void served(double[] asked, double[] sold) {}
}
