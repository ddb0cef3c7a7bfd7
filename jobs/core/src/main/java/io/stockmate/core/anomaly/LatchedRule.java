package io.stockmate.core.anomaly;

import java.io.IOException;

/** A rule that remembers no more than whether its alert is up. */
abstract class LatchedRule extends Rule {
    final Latch latch = new Latch();

    @Override
    boolean isEmpty() {
        return !latch.isRaised();
    }

    @Override
    void write(StateOut out) throws IOException {
        latch.write(out);
    }

    @Override
    void read(StateIn in) throws IOException {
        latch.read(in);
    }
}
