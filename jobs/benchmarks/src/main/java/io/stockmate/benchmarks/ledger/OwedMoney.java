package io.stockmate.benchmarks.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;

/** Money of one symbol's trades that is owed until its value date: so many calendar days after the trade's, in UTC. */
final class OwedMoney {
    private final long settlementDays;
    private final Map<String, LocalDate> valueDates = new HashMap<>();
    private final TreeMap<LocalDate, Map<String, Long>> owed = new TreeMap<>();

    OwedMoney(long settlementDays) {
        this.settlementDays = settlementDays;
    }

    /** Whether money moves with the trade. */
    boolean isNone() {
        return settlementDays == 0;
    }

    /** When the money of a trade is due. */
    LocalDate traded(String tradeId, long ts) {
        LocalDate due = day(ts).plusDays(settlementDays);
        valueDates.put(tradeId, due);
        return due;
    }

    /** When what a correction changes is due: with the trade, or today where that has passed. */
    LocalDate corrected(String tradeId, long ts) {
        LocalDate due = valueDates.get(tradeId);
        if (due == null) {
            throw new IllegalStateException("corrected before it was traded: " + tradeId);
        }
        return due.isBefore(day(ts)) ? day(ts) : due;
    }

    void owe(LocalDate due, String account, long amount) {
        owed.computeIfAbsent(due, none -> new TreeMap<>()).merge(account, amount, Math::addExact);
    }

    /** A tick comes: what is due by then is paid, to the last of it. */
    void tick(long ts, ObjLongConsumer<String> paid) {
        Map<LocalDate, Map<String, Long>> due = owed.headMap(day(ts), true);
        due.values().forEach(accounts -> accounts.forEach(paid::accept));
        due.clear();
    }

    /** By value date and account, where it is not 0. */
    TreeMap<LocalDate, Map<String, Long>> rest() {
        owed.values().forEach(accounts -> accounts.values().removeIf(amount -> amount == 0));
        return owed;
    }

    private static LocalDate day(long ts) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(ts), ZoneOffset.UTC);
    }
}
