package io.stockmate.pipelines.matching;

import io.stockmate.core.market.Market;

/**
 * A market on the heap, whether it has changed since the last snapshot, and how many orders rested when last counted.
 */
final class ResidentMarket {
    final String symbol;
    final Market market;
    boolean changed;
    int restingOrders;

    ResidentMarket(String symbol, Market market) {
        this.symbol = symbol;
        this.market = market;
    }
}
