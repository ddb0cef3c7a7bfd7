package io.stockmate.pipelines.demand;

import io.stockmate.core.demand.daily.DemandResults;
import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.DemandForecast;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.message.ReplenishmentSuggestion;

/** For who looks at the state alone. */
final class NoResults implements DemandResults {
    @Override
    public void day(DemandDay day) {}

    @Override
    public void forecast(DemandForecast forecast) {}

    @Override
    public void score(ForecastScore score) {}

    @Override
    public void suggestion(ReplenishmentSuggestion suggestion) {}

    @Override
    public void tooLate(long qty) {}

    @Override
    public void notPlanned(String symbol, String account) {}
}
