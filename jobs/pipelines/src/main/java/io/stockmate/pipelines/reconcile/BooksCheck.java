package io.stockmate.pipelines.reconcile;

import io.stockmate.connectors.wire.AcceptedCommands;
import io.stockmate.core.ledger.SymbolLedger;
import io.stockmate.core.message.AccountingRecord;
import io.stockmate.core.message.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Invariants 11 to 15. The events are booked anew, and their usage is counted in a way of its own, as far as they are
 * there without a gap; behind one nothing is known of the books.
 */
record BooksCheck(
        SymbolEvidence evidence, EventMerge events, Evidence.Books books, OrderLists lists, Findings findings) {
    void run() {
        BookedAnew booked = new BookedAnew();
        HourlyUsage usage = new HourlyUsage();
        long end = book(booked, usage);
        if (books.tell(Invariant.BOOKS_FOLLOW_THE_EVENTS)) {
            compareLake(booked, usage, end);
        }
        if (books.tell(Invariant.DATABASE_IS_THE_LAKE)) {
            compare(
                    Invariant.DATABASE_IS_THE_LAKE,
                    evidence.transfers.stream().distinct().toList(),
                    evidence.posted,
                    each -> "transfer " + each.transferId());
        }
        boolean whole = end == Long.MAX_VALUE;
        if (!whole && (books.tell(Invariant.OUTBOX_HOLDS_THE_USAGE) || books.tell(Invariant.READ_MODELS_FOLLOW))) {
            findings.skipped();
        }
        ReadModelCheck models = new ReadModelCheck(evidence, findings);
        if (whole && books.tell(Invariant.OUTBOX_HOLDS_THE_USAGE)) {
            models.outbox(usage.told());
        }
        if (whole && books.tell(Invariant.READ_MODELS_FOLLOW)) {
            models.readModels(events.inChain().values(), lists);
        } else {
            lists.unknown();
        }
    }

    private void compareLake(BookedAnew booked, HourlyUsage usage, long end) {
        compare(
                Invariant.BOOKS_FOLLOW_THE_EVENTS,
                before(end, booked.transfers(), each -> each.seq()),
                before(end, evidence.transfers, each -> each.seq()),
                each -> "transfer " + each.transferId());
        compare(
                Invariant.BOOKS_FOLLOW_THE_EVENTS,
                before(end, usage.told(), each -> each.seq()),
                before(end, evidence.usage, each -> each.seq()),
                each -> "usage " + each.identifier());
    }

    /** Returns the first seq that could not be booked. */
    private long book(BookedAnew booked, HourlyUsage usage) {
        AcceptedCommands accepted = new AcceptedCommands();
        TradeMoney money = new TradeMoney(evidence.symbol, booked, findings);
        long expected = 1;
        for (Event event : events.inChain().values()) {
            if (event.seq() != expected) {
                return expected;
            }
            usage.accept(event);
            if (SymbolLedger.concerns(event)) {
                try {
                    SymbolLedger.apply(event, accepted.booked(event), books.settings(), booked.pieces, booked);
                } catch (IllegalArgumentException | IllegalStateException | ArithmeticException refused) {
                    findings.add(
                            Invariant.BOOKS_FOLLOW_THE_EVENTS,
                            evidence.symbol,
                            Places.of(event),
                            "cannot be booked: " + refused.getMessage());
                    return expected;
                }
                money.check(event);
            }
            expected++;
        }
        return Long.MAX_VALUE;
    }

    private static <T> List<T> before(long end, List<T> rows, Function<T, Long> seq) {
        return rows.stream().filter(row -> seq.apply(row) < end).toList();
    }

    private <T extends AccountingRecord> void compare(
            Invariant invariant, List<T> expected, List<T> found, Function<T, String> place) {
        Map<String, List<T>> rows = new LinkedHashMap<>();
        for (T row : found) {
            rows.computeIfAbsent(place.apply(row), none -> new ArrayList<>()).add(row);
        }
        for (T one : expected) {
            List<T> same = rows.remove(place.apply(one));
            if (same == null) {
                add(invariant, place.apply(one), "is missing");
            } else if (same.size() > 1) {
                add(invariant, place.apply(one), "is there " + same.size() + " times");
            } else if (!same.get(0).equals(one)) {
                add(invariant, place.apply(one), FieldValues.difference(one, "expected", same.get(0), "there"));
            }
        }
        rows.keySet().forEach(unexpected -> add(invariant, unexpected, "follows from nothing"));
    }

    private void add(Invariant invariant, String place, String detail) {
        findings.add(invariant, evidence.symbol, place, detail);
    }
}
