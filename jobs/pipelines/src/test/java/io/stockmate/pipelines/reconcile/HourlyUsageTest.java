package io.stockmate.pipelines.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Trade;
import io.stockmate.core.message.UsageMeter;
import io.stockmate.core.message.UsageRecord;
import org.junit.jupiter.api.Test;

class HourlyUsageTest {
    /** 2026-01-01 11:00 UTC. */
    private static final long ELEVEN = 1_767_265_200_000L;

    private static final long HOUR_MS = 3_600_000;

    private final HourlyUsage usage = new HourlyUsage();
    private long seq;

    @Test
    void hourIsToldWithTheFirstEventBehindIt() {
        trade(ELEVEN, 3);
        trade(ELEVEN + HOUR_MS - 1, 4);
        assertThat(usage.told()).isEmpty();

        trade(ELEVEN + HOUR_MS, 5);
        assertThat(usage.told())
                .containsExactly(
                        told("ANN", UsageMeter.TRADES, 2),
                        told("ANN", UsageMeter.VOLUME, 7),
                        told("SAM", UsageMeter.TRADES, 2),
                        told("SAM", UsageMeter.VOLUME, 7));
    }

    @Test
    void hourInWhichNobodyTradedTellsNothing() {
        accepted(ELEVEN);
        accepted(ELEVEN + HOUR_MS);
        assertThat(usage.told()).isEmpty();
    }

    private void trade(long ts, long qty) {
        add(ts, new Trade("S-T-1", 100, qty, "S-1", "S-2", "ANN", "SAM", Side.BUY, "EUR", Absent.NUMBER));
    }

    private void accepted(long ts) {
        add(ts, new Accepted("Tick", "{}"));
    }

    private void add(long ts, EventBody body) {
        seq++;
        EventHeader header = new EventHeader("S", seq, seq, "S-" + seq, ts);
        usage.accept(new Event(header, 0, new Cause("shard", "1", 0, 0), body));
    }

    private UsageRecord told(String account, UsageMeter meter, long value) {
        return new UsageRecord(
                "S", seq, ELEVEN + HOUR_MS, meter + "/" + account + "/S/2026010111", account, meter, ELEVEN, value);
    }
}
