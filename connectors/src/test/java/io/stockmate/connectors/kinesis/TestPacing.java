package io.stockmate.connectors.kinesis;

import java.util.ArrayList;
import java.util.List;

/** Time that passes by sleeping only. */
final class TestPacing implements Pacing {
    final List<Long> sleeps = new ArrayList<>();
    long now;

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
