package io.stockmate.pipelines.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.ForecastModel;
import io.stockmate.core.message.ForecastScore;
import org.junit.jupiter.api.Test;

class DemandMetricsTest {
    private final RecordedMetrics recorded = new RecordedMetrics();
    private final DemandMetrics metrics = new DemandMetrics(recorded);

    @Test
    void everyActionIsThereBeforeItIsSuggested() {
        assertThat(recorded.counts()).isEmpty();
        assertThat(recorded.metric("action=RELEASE.suggestions")).isNotNull();
        assertThat(recorded.metric("action=CANCEL.suggestions")).isNotNull();
    }

    @Test
    void whatIsScoredTooLateOrNotPlannedIsCountedApart() {
        metrics.score(score(ForecastModel.ADAPTIVE, Absent.NUMBER));
        metrics.tooLate();
        metrics.tooLate();
        metrics.notPlanned();
        assertThat(recorded.counts())
                .containsOnly(entry("forecastScores", 1L), entry("lateFacts", 2L), entry("policiesNotKept", 1L));
    }

    @Test
    void errorsAddUpByModelWhicheverWayTheyWentAndSoDoesTheDemandTheyWereOf() {
        metrics.score(score(ForecastModel.ADAPTIVE, -20_000));
        metrics.score(score(ForecastModel.ADAPTIVE, 5_000));
        metrics.score(score(ForecastModel.SEASONAL_NAIVE, 10_000));
        assertThat(recorded.counts())
                .containsOnly(
                        entry("forecastScores", 3L),
                        entry("model=ADAPTIVE.forecastError", 25_000L),
                        entry("model=ADAPTIVE.scoredDemand", 60_000L),
                        entry("model=SEASONAL_NAIVE.forecastError", 10_000L),
                        entry("model=SEASONAL_NAIVE.scoredDemand", 30_000L));
    }

    /** Of a day on which 3 were wanted. */
    private static ForecastScore score(ForecastModel model, long error) {
        return new ForecastScore(
                "MUG", 0, 1, "SHOP", 0, model, 3, 0, 0, 30_000, 0, 0, 30_000 - error, 0, 0, 0, error, 0);
    }
}
