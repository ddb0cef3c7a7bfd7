package io.stockmate.emulators;

import io.stockmate.core.fuzz.FuzzContract;

class RequestFuzzTest extends FuzzContract {
    RequestFuzzTest() {
        super(new RequestTargets());
    }
}
