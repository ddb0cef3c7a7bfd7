package io.stockmate.core.anomaly;

/** The rules about a symbol as a whole. */
final class SymbolRules extends RuleSet {
    static final int FORMAT = 1;

    SymbolRules() {
        super(new PriceChange(), new PriceOutsideBands(), new DemandSpike(), new WashTrade(), new MarkingTheClose());
    }
}
