package io.stockmate.pipelines.matching;

import io.stockmate.pipelines.runtime.Backend;
import io.stockmate.pipelines.runtime.CheckpointAges;
import org.junit.jupiter.api.Test;

final class MatchOrdersMetricsTest {
    @Test
    void theAgeOfTheLastCheckpointGoesOnAfterARestore() throws Exception {
        CheckpointAges.assertReported(
                MatchOrdersHarness.start(Backend.HEAP), state -> MatchOrdersHarness.restore(Backend.HEAP, state));
    }
}
