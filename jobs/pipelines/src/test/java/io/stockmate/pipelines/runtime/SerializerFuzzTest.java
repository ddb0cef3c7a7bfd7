package io.stockmate.pipelines.runtime;

import io.stockmate.core.fuzz.FuzzContract;

class SerializerFuzzTest extends FuzzContract {
    SerializerFuzzTest() {
        super(new SerializerTargets());
    }
}
