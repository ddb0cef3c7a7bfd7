package io.stockmate.core.demand.daily;

import io.stockmate.core.message.DemandForecast;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.message.ReplenishmentSuggestion;

/** Receives what a symbol's demand leads to. */
public interface DemandResults {
    void forecast(DemandForecast forecast);

    void score(ForecastScore score);

    void suggestion(ReplenishmentSuggestion suggestion);

    /** An issue whose day was closed already: it is counted and forecasts nothing. */
    void tooLate(long qty);
}
