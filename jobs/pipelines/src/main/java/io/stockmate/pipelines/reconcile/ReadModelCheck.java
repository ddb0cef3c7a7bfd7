package io.stockmate.pipelines.reconcile;

import io.stockmate.connectors.projection.ViewReader;
import io.stockmate.connectors.projection.ViewReader.Table;
import io.stockmate.connectors.wire.AcceptedCommands;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.ConfirmPayment;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.TopOfBook;
import io.stockmate.core.message.UsageRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Invariants 14 and 15: one symbol's rows, made of its events once more. Behind a gap nothing is known of them. */
final class ReadModelCheck {
    private final SymbolEvidence evidence;
    private final Findings findings;
    private final AcceptedCommands accepted = new AcceptedCommands();
    private final Map<String, OrderRow> orders = new TreeMap<>();
    private final Map<String, String> levels = new TreeMap<>();
    private final Map<String, String> tops = new TreeMap<>();
    private final Map<String, String> payments = new TreeMap<>();
    private final Map<String, String> instruments = new TreeMap<>();
    private String currency = "";

    ReadModelCheck(SymbolEvidence evidence, Findings findings) {
        this.evidence = evidence;
        this.findings = findings;
    }

    /** @param events all of them, in order */
    void readModels(Iterable<Event> events, OrderLists lists) {
        events.forEach(this::add);
        Map<String, String> told = new TreeMap<>();
        orders.forEach((orderId, order) -> {
            told.put(orderId, order.text());
            lists.order(order, currency);
        });
        compare(Invariant.READ_MODELS_FOLLOW, Table.ORDER_STATUS, told);
        compare(Invariant.READ_MODELS_FOLLOW, Table.STOCK_LEVEL, levels);
        compare(Invariant.READ_MODELS_FOLLOW, Table.TOP_OF_BOOK, tops);
        compare(Invariant.READ_MODELS_FOLLOW, Table.PAYMENT, payments);
        compare(Invariant.READ_MODELS_FOLLOW, Table.INSTRUMENT, instruments);
    }

    /** @param usage as counted anew */
    void outbox(List<UsageRecord> usage) {
        Map<String, String> expected = new TreeMap<>();
        for (UsageRecord record : usage) {
            expected.put(
                    record.identifier(),
                    new RowText()
                            .with("account", record.account())
                            .with("meter", record.meter())
                            .with("hour", record.hour())
                            .with("value", record.value())
                            .toString());
        }
        compare(Invariant.OUTBOX_HOLDS_THE_USAGE, Table.USAGE, expected);
    }

    private void add(Event event) {
        if (event.body() instanceof ExecutionReport report) {
            if (OrderRow.tells(report)) {
                orders.compute(report.orderId(), (orderId, before) -> OrderRow.next(before, event.header(), report));
            }
        } else if (event.body() instanceof StockLevel level) {
            levels.put(
                    level.account(),
                    new RowText()
                            .with("seq", event.seq())
                            .with("ts", event.header().ts())
                            .with("onHand", level.onHand())
                            .with("allocated", level.allocated())
                            .with("available", level.available())
                            .with("onOrder", level.onOrder())
                            .toString());
        } else if (event.body() instanceof TopOfBook top) {
            tops.put(
                    event.symbol(),
                    new RowText()
                            .with("seq", event.seq())
                            .with("ts", event.header().ts())
                            .with("bidPx", top.bidPx())
                            .with("bidQty", top.bidQty())
                            .with("askPx", top.askPx())
                            .with("askQty", top.askQty())
                            .toString());
        } else {
            Command command = accepted.booked(event);
            if (command != null && command.body() instanceof DefineInstrument instrument) {
                currency = instrument.currency();
                instruments.put(
                        event.symbol(),
                        new RowText()
                                .with("seq", event.seq())
                                .with("ts", event.header().ts())
                                .with("name", instrument.name())
                                .with("category", instrument.category())
                                .with("currency", instrument.currency())
                                .with("tickSize", instrument.tickSize())
                                .with("lotSize", instrument.lotSize())
                                .with("leadTimeDays", instrument.leadTimeDays())
                                .toString());
            } else if (command != null && command.body() instanceof ConfirmPayment payment) {
                payments.put(
                        command.account() + "/" + payment.paymentId(),
                        new RowText()
                                .with("seq", event.seq())
                                .with("ts", event.header().ts())
                                .with("orderId", payment.orderId())
                                .with("amount", payment.amount())
                                .with("status", payment.status())
                                .toString());
            }
        }
    }

    private void compare(Invariant invariant, Table table, Map<String, String> expected) {
        Map<String, String> found = new HashMap<>();
        for (ViewReader.Row row : evidence.viewed) {
            if (row.table() == table) {
                found.put(row.key(), row.text());
            }
        }
        compare(invariant, evidence.symbol, table.name().toLowerCase(Locale.ROOT) + " ", expected, found, findings);
    }

    static void compare(
            Invariant invariant,
            String symbol,
            String place,
            Map<String, String> expected,
            Map<String, String> found,
            Findings findings) {
        Map<String, String> unexpected = new TreeMap<>(found);
        expected.forEach((key, text) -> {
            String there = unexpected.remove(key);
            if (there == null) {
                findings.add(invariant, symbol, place + key, "is missing");
            } else if (!there.equals(text)) {
                findings.add(invariant, symbol, place + key, text + " expected, " + there + " there");
            }
        });
        unexpected.keySet().forEach(key -> findings.add(invariant, symbol, place + key, "follows from nothing"));
    }
}
