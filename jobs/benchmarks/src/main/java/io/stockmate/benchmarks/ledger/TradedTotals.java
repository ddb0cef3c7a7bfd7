package io.stockmate.benchmarks.ledger;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the markets of {@link TradedSymbol} say of money and goods, played once more and summed up in another way than
 * the books': fees, and what must be left on accounts when all trades have been corrected or undone.
 */
public final class TradedTotals {
    private final SortedMap<String, Long> money = new TreeMap<>();
    private final SortedMap<String, Long> feesCharged = new TreeMap<>();
    private final SortedMap<String, Long> feeCounts = new TreeMap<>();
    private final SortedMap<String, Long> left = new TreeMap<>();
    private final SortedMap<String, Long> unsettled = new TreeMap<>();
    private long trades;

    private TradedTotals() {}

    /** Those of the symbols 1 to {@code symbols}, with so many trades each, at least. */
    public static TradedTotals of(long symbols, int trades) {
        TradedTotals totals = new TradedTotals();
        for (long number = 1; number <= symbols; number++) {
            boolean lively = TradedSymbol.isLively(number);
            TotalsOfSymbol symbol = new TotalsOfSymbol(totals, lively);
            TradedSymbol.play(number, trades, lively, symbol::add);
            symbol.end();
        }
        totals.left.values().removeIf(amount -> amount == 0);
        return totals;
    }

    void trade(String currency, long price, long qty) {
        trades++;
        money.merge(currency, Math.multiplyExact(price, qty), Math::addExact);
    }

    void charge(String currency, ChargedFees.Fees fees) {
        feesCharged.merge(currency, fees.sum(), Math::addExact);
        feeCounts.merge(currency, (long) fees.count(), Math::addExact);
    }

    void leave(String account, String unit, long amount) {
        left.merge(account + " " + unit, amount, Math::addExact);
    }

    void level(String account, String unit, long amount) {
        left.put(account + " " + unit, amount);
    }

    void owe(String account, String unit, LocalDate due, long amount) {
        unsettled.merge(account + " " + unit + " " + due, amount, Math::addExact);
        leave(account + "/unsettled", unit, amount);
    }

    public long trades() {
        return trades;
    }

    /** Trades' prices times quantities, by currency. */
    public SortedMap<String, Long> money() {
        return money;
    }

    /** Fees of all trades, and of what corrected ones should have been, by currency: before any went back. */
    public SortedMap<String, Long> feesCharged() {
        return feesCharged;
    }

    /** How many those are, by currency. */
    public SortedMap<String, Long> feeCounts() {
        return feeCounts;
    }

    /** By account and unit, with a blank between, where it is not 0. */
    public SortedMap<String, Long> left() {
        return left;
    }

    /** What participants are still owed; by participant, unit and value date, with blanks between. */
    public SortedMap<String, Long> unsettled() {
        return unsettled;
    }
}
