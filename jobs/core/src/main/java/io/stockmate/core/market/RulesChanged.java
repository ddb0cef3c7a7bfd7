package io.stockmate.core.market;

/** A market's state was made under other {@link MarketRules} than those it is loaded with. */
public final class RulesChanged extends RuntimeException {
    private static final long serialVersionUID = 1;

    RulesChanged(String symbol) {
        super("market " + symbol + " was made with other values of the properties operators or correctable;"
                + " set them back, or start without state");
    }
}
