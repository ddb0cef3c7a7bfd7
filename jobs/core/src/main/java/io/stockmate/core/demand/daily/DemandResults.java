package io.stockmate.core.demand.daily;

import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.DemandForecast;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.message.ReplenishmentSuggestion;

/** Receives what a symbol's demand leads to. */
public interface DemandResults {
    /** A closed day's facts, before what is forecast of it and from it. */
    void day(DemandDay day);

    void forecast(DemandForecast forecast);

    void score(ForecastScore score);

    void suggestion(ReplenishmentSuggestion suggestion);

    /** An issue, or the correction of a trade, whose day was closed already: it is counted and forecasts nothing. */
    void tooLate(long qty);

    /** A stock policy of an account beyond the {@link SymbolDemand#PLANNERS_MAX} that may plan the symbol: not kept. */
    void notPlanned(String symbol, String account);
}
