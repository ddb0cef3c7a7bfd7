package io.stockmate.lake;

import static io.stockmate.lake.MergedLake.DAY_MILLIS;
import static io.stockmate.lake.MergedLake.HOUR_MILLIS;
import static io.stockmate.lake.MergedLake.MIDNIGHT;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.UsageMeter;
import io.stockmate.core.message.UsageRecord;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Rows of all that is rolled up. An hour of usage is told in the next, and two days of demand as a day begins. */
final class RollupRows {
    private final SplittableRandom random = new SplittableRandom(5);
    private long rows;

    /** So many rows of a time from {@code from} on. */
    LakeRow[] next(int count, long from, long duration) {
        return IntStream.range(0, count)
                .mapToObj(row -> row(row % 3, from + random.nextLong(duration)))
                .toArray(LakeRow[]::new);
    }

    private LakeRow row(int kind, long ts) {
        String symbol = "SKU-" + random.nextInt(3);
        String account = "account-" + random.nextInt(4);
        long value = 1 + random.nextLong(1_000_000);
        long seq = ++rows;
        return switch (kind) {
            case 0 ->
                TestLake.row(
                        new StockLevel(account, value, 1, value - 1, 0, StockReason.COUNT, 0, null, Absent.NUMBER),
                        symbol,
                        seq,
                        ts);
            case 1 -> {
                UsageMeter meter = UsageMeter.values()[random.nextInt(UsageMeter.values().length)];
                long hour = ts - ts % HOUR_MILLIS - HOUR_MILLIS;
                yield new LakeRow.OfUsage(new UsageRecord(symbol, seq, ts, "id-" + seq, account, meter, hour, value));
            }
            default -> new LakeRow.OfDemand(demand(symbol, account, value, ts - ts % DAY_MILLIS, seq));
        };
    }

    private DemandDay demand(String symbol, String account, long value, long ts, long seq) {
        long day = MIDNIGHT - DAY_MILLIS * (1 + value % 2);
        if (random.nextInt(4) == 0) {
            return DemandDay.ofSymbol(symbol, ts, seq, day, value, -value / 2);
        }
        long absent = Absent.NUMBER;
        long demand = random.nextBoolean() ? absent : value * 10_000;
        return new DemandDay(
                symbol, ts, seq, account, day, value, value / 3, 7 * value, demand, 0, absent, absent, absent);
    }
}
