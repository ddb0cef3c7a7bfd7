package io.stockmate.benchmarks.stock;

/** How items are counted when their stock and service are summed. */
enum StockView {
    /** Every item counts alike: the mean of fill rates, and stock in days of the item's own demand. */
    ITEMS,
    /** Every unit counts alike: units sold of units asked for, and units in stock. */
    UNITS;

    /** What a unit of an item counts whose mean daily demand is {@code usual}, above 0. */
    double weight(double usual) {
        return this == ITEMS ? 1 / usual : 1;
    }
}
