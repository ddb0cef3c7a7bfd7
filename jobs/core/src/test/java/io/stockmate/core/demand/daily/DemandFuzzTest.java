package io.stockmate.core.demand.daily;

import io.stockmate.core.fuzz.FuzzContract;

class DemandFuzzTest extends FuzzContract {
    DemandFuzzTest() {
        super(new DemandTargets());
    }
}
