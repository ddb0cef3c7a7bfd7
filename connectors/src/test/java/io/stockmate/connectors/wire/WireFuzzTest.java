package io.stockmate.connectors.wire;

import io.stockmate.core.fuzz.FuzzContract;

class WireFuzzTest extends FuzzContract {
    WireFuzzTest() {
        super(new WireTargets());
    }
}
