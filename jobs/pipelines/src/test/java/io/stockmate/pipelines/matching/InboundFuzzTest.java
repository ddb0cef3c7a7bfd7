package io.stockmate.pipelines.matching;

import io.stockmate.core.fuzz.FuzzContract;

class InboundFuzzTest extends FuzzContract {
    InboundFuzzTest() {
        super(new InboundTargets());
    }
}
