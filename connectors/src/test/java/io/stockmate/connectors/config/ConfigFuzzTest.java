package io.stockmate.connectors.config;

import io.stockmate.core.fuzz.FuzzContract;

class ConfigFuzzTest extends FuzzContract {
    ConfigFuzzTest() {
        super(new ConfigTargets());
    }
}
