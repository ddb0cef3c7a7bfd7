package io.stockmate.local.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutageReportTest {
    private static final Duration OUTAGE = Duration.ofSeconds(30);

    @Test
    void anOutageThatAccountingFeltAndMatchingDidNotIsProof() {
        assertThat(seen(100, 50, 7, 3, 30_000, 4.5)).isEmpty();
        assertThat(seen(100, 99, 7, 0, 15_000, 4.5)).isEmpty();
    }

    @Test
    void aMarketThatStoodStillProvesNothing() {
        assertThat(seen(0, 0, 7, 3, 30_000, 4.5))
                .containsExactly("matching published 0 events/s without Postgres, 0 with it");
        assertThat(seen(100, 100, 0, 3, 30_000, 4.5)).containsExactly("the market booked nothing");
    }

    @Test
    void matchingThatSlowsDownIsTold() {
        assertThat(seen(100, 49, 7, 3, 30_000, 4.5))
                .containsExactly("matching published 49 events/s without Postgres, 100 with it");
    }

    @Test
    void anOutageThatNobodyFeltProvesNothing() {
        assertThat(seen(100, 100, 7, 0, 14_999, 4.5))
                .containsExactly("accounting did not feel an outage of 30 s: it was not restarted, and the books were"
                        + " 14999 ms behind");
    }

    @Test
    void booksThatStayBehindAreTold() {
        assertThat(seen(100, 100, 7, 3, 30_000, Double.POSITIVE_INFINITY))
                .containsExactly("the books had not caught up when Postgres was killed next");
    }

    private static List<String> seen(
            long before, long meanwhile, long transfers, long restarts, long behindMs, double catchUpSeconds) {
        return new OutageReport(before, meanwhile, transfers, restarts, behindMs, catchUpSeconds, List.of())
                .unproven(OUTAGE);
    }
}
