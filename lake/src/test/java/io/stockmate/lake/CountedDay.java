package io.stockmate.lake;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.UsageMeter;
import io.stockmate.core.message.UsageRecord;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What accounts do on a market's day, and the rows that the jobs make of it: of each hour once it is over, and of a day
 * like this one, as the day before, at the beginning.
 */
final class CountedDay {
    private static final long UNIT = 10_000;
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyyMMddHH", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Map<String, Map<String, long[]>> hour = new TreeMap<>();
    private final Map<String, Map<String, Long>> soldOfDay = new TreeMap<>();

    void order(String symbol, String account) {
        count(symbol, account)[UsageMeter.ORDERS.ordinal()]++;
    }

    void trade(String symbol, String buyer, String seller, long qty) {
        for (String account : new String[] {buyer, seller}) {
            long[] counts = count(symbol, account);
            counts[UsageMeter.TRADES.ordinal()]++;
            counts[UsageMeter.VOLUME.ordinal()] += qty;
        }
        soldOfDay.computeIfAbsent(symbol, first -> new TreeMap<>()).merge(seller, qty, Long::sum);
    }

    private long[] count(String symbol, String account) {
        return hour.computeIfAbsent(symbol, first -> new TreeMap<>())
                .computeIfAbsent(account, first -> new long[UsageMeter.values().length]);
    }

    /** Tells the hour that began then; each symbol's next event is a little later. */
    void tellHour(LakeWriter lake, long began) throws IOException {
        long ts = began + MergedLake.HOUR_MILLIS;
        for (Map.Entry<String, Map<String, long[]>> symbol : hour.entrySet()) {
            ts += 20;
            for (Map.Entry<String, long[]> account : symbol.getValue().entrySet()) {
                for (UsageMeter meter : UsageMeter.values()) {
                    long value = account.getValue()[meter.ordinal()];
                    if (value > 0) {
                        lake.put(usage(symbol.getKey(), ts, account.getKey(), meter, began, value));
                    }
                }
            }
        }
        hour.clear();
    }

    private static LakeRow usage(String symbol, long ts, String account, UsageMeter meter, long hour, long value) {
        String identifier = meter + "/" + account + "/" + symbol + "/" + HOUR.format(Instant.ofEpochMilli(hour));
        return new LakeRow.OfUsage(new UsageRecord(symbol, ts / 100, ts, identifier, account, meter, hour, value));
    }

    /** Tells the day before as one like this, which has ended. */
    void tellDayBefore(LakeWriter lake) throws IOException {
        long before = MergedLake.MIDNIGHT - MergedLake.DAY_MILLIS;
        for (Map.Entry<String, Map<String, Long>> symbol : soldOfDay.entrySet()) {
            long unmet = symbol.getValue().size();
            lake.put(new LakeRow.OfDemand(
                    DemandDay.ofSymbol(symbol.getKey(), MergedLake.MIDNIGHT, 1, before, unmet, 0)));
            for (Map.Entry<String, Long> sold : symbol.getValue().entrySet()) {
                lake.put(demand(symbol.getKey(), sold.getKey(), before, sold.getValue()));
            }
        }
    }

    /** Every third was sold out for a while. */
    private static LakeRow demand(String symbol, String account, long day, long sold) {
        long lost = sold % 3 == 0 ? sold * UNIT / 7 : 0;
        long price = (100 + sold % 97) * 100;
        return new LakeRow.OfDemand(new DemandDay(
                symbol,
                MergedLake.MIDNIGHT,
                1,
                account,
                day,
                sold,
                0,
                lost,
                sold * UNIT + lost,
                lost / 10,
                price,
                Absent.NUMBER,
                Absent.NUMBER));
    }
}
