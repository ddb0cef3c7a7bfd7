package io.stockmate.benchmarks.book;

import io.stockmate.core.fuzz.FuzzContract;

class OrderFileFuzzTest extends FuzzContract {
    OrderFileFuzzTest() {
        super(new OrderFileTargets());
    }
}
