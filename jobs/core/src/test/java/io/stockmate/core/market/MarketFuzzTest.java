package io.stockmate.core.market;

import io.stockmate.core.fuzz.FuzzContract;

class MarketFuzzTest extends FuzzContract {
    MarketFuzzTest() {
        super(new MarketTargets());
    }
}
