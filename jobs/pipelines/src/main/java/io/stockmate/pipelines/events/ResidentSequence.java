package io.stockmate.pipelines.events;

import io.stockmate.core.view.SymbolSequence;

/** Where a symbol stands, whether that has changed since the last snapshot, and how many waited when last counted. */
final class ResidentSequence {
    final String symbol;
    final SymbolSequence sequence;
    boolean changed;
    int counted;

    ResidentSequence(String symbol, SymbolSequence sequence) {
        this.symbol = symbol;
        this.sequence = sequence;
    }

    /** Whether nothing of the symbol has been met before. */
    boolean isNew() {
        return sequence.early() == 0 && sequence.seq() == 0;
    }
}
