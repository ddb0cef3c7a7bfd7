package io.stockmate.pipelines.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

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
        metrics.score();
        metrics.tooLate();
        metrics.tooLate();
        metrics.notPlanned();
        assertThat(recorded.counts())
                .containsOnly(entry("forecastScores", 1L), entry("lateFacts", 2L), entry("policiesNotKept", 1L));
    }
}
