package io.stockmate.lake;

import io.stockmate.core.fuzz.FuzzContract;

class ListFuzzTest extends FuzzContract {
    ListFuzzTest() {
        super(new ListTargets());
    }
}
