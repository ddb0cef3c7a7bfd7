package io.stockmate.pipelines.events;

import io.stockmate.core.fuzz.FuzzContract;

class PositionFuzzTest extends FuzzContract {
    PositionFuzzTest() {
        super(new PositionTargets());
    }
}
