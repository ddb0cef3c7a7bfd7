package io.stockmate.pipelines.matching;

import io.stockmate.core.market.Market;

/** A market on the heap, and whether it has changed since the last snapshot. */
final class ResidentMarket {
    final String symbol;
    final Market market;
    boolean changed;

    ResidentMarket(String symbol, Market market) {
        this.symbol = symbol;
        this.market = market;
    }
}
