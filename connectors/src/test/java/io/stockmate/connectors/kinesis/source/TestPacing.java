package io.stockmate.connectors.kinesis.source;

import io.stockmate.connectors.kinesis.Pacing;
import java.util.ArrayList;
import java.util.List;

/** Time that passes by sleeping only. */
final class TestPacing implements Pacing {
    final List<Long> sleeps = new ArrayList<>();
    private long now;

    @Override
    public long nowMillis() {
        return now;
    }

    @Override
    public void sleep(long millis) {
        sleeps.add(millis);
        now += millis;
    }
}
