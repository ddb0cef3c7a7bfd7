package io.stockmate.core.anomaly;

import io.stockmate.core.fuzz.FuzzContract;

class WatchFuzzTest extends FuzzContract {
    WatchFuzzTest() {
        super(new WatchTargets());
    }
}
