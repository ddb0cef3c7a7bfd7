package io.stockmate.pipelines.anomaly;

import io.stockmate.core.fuzz.FuzzContract;

class ForestFuzzTest extends FuzzContract {
    ForestFuzzTest() {
        super(new ForestTargets());
    }
}
