package io.stockmate.connectors.billing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A wall clock to be set. */
final class TestClock implements InstantSource {
    static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private Instant now = NOON;

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }
}
