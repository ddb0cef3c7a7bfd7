package io.stockmate.core.ledger;

import io.stockmate.core.fuzz.FuzzContract;

class LedgerFuzzTest extends FuzzContract {
    LedgerFuzzTest() {
        super(new LedgerTargets());
    }
}
