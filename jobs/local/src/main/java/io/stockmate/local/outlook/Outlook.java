package io.stockmate.local.outlook;

import io.stockmate.core.demand.inventory.StockClass;
import io.stockmate.core.message.DemandForecast;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.message.ReplenishmentSuggestion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account's demand for a symbol.
 *
 * @param days the closed ones, in order, as the champion had foreseen them
 * @param ahead the newest forecast, day after day; at least one
 * @param suggestions that the newest closed day led to
 * @param others accounts of which the same can be told
 * @param stockClass the symbol's among all that the account sells; null while no day is known
 */
public record Outlook(
        String symbol,
        String account,
        List<ForecastScore> days,
        List<DemandForecast> ahead,
        List<ReplenishmentSuggestion> suggestions,
        List<String> others,
        @Nullable StockClass stockClass) {
    public Outlook {
        days = List.copyOf(days);
        ahead = List.copyOf(ahead);
        suggestions = List.copyOf(suggestions);
        others = List.copyOf(others);
    }
}
