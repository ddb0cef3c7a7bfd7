package io.stockmate.connectors.kinesis.source;

import io.stockmate.core.fuzz.FuzzContract;

class KinesisFuzzTest extends FuzzContract {
    KinesisFuzzTest() {
        super(new KinesisTargets());
    }
}
