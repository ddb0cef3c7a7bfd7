package io.stockmate.pipelines.reconcile;

import io.stockmate.connectors.projection.ViewReader;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.connectors.wire.UnreadableEvent;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventType;
import io.stockmate.lake.LakeReader;
import io.stockmate.lake.LakeTable;
import io.stockmate.lake.LogSelection;
import io.stockmate.lake.UnreadableRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Checks every {@link Invariant} on the streams and the lake of a market that stands still: by content, not by count.
 * Each damaged place is named; the places around it are judged by what is sound there, so that one wrong value is not
 * reported as many.
 */
public final class Reconciliation {
    private final MarketRules rules;
    private final Evidence.Books books;
    private final Findings findings = new Findings();
    private final OrderLists lists = new OrderLists();
    private Accounts accounts = Accounts.NONE;

    private Reconciliation(MarketRules rules, Evidence.Books books) {
        this.rules = rules;
        this.books = books;
    }

    /**
     * @param rules those under which the market ran
     * @param scratch a directory that is not there; removed at the end
     */
    public static Verdict of(Evidence evidence, MarketRules rules, Path scratch) throws Exception {
        Evidence.Books books = evidence.books();
        Reconciliation reconciliation = new Reconciliation(rules, books);
        try (Spool spool = Spool.open(scratch)) {
            evidence.commands(spool::record);
            reconciliation.readEvents(evidence, spool);
            reconciliation.readLake(evidence.lake(), spool);
            if (books.database() != null) {
                books.database().transfers(spool::posted);
                books.database().rows(row -> reconciliation.viewed(row, spool));
            }
            spool.visit(reconciliation::check);
            reconciliation.checkLists();
        }
        return reconciliation.verdict();
    }

    private void readEvents(Evidence evidence, Spool spool) throws Exception {
        EventCodec codec = new EventCodec();
        evidence.events(record -> {
            Event event;
            try {
                event = codec.decode(record.data());
            } catch (UnreadableEvent unreadable) {
                findings.add(
                        Invariant.REPEATS_SAY_THE_SAME,
                        record.partitionKey(),
                        Places.of(record.cause()),
                        "no event: " + unreadable.getMessage());
                return;
            }
            if (!event.symbol().equals(record.partitionKey())) {
                findings.add(
                        Invariant.REPEATS_SAY_THE_SAME,
                        event.symbol(),
                        Places.of(event),
                        "published under the key " + record.partitionKey());
            }
            spool.published(event);
        });
    }

    private void readLake(Path root, Spool spool) throws IOException {
        try (LakeReader lake = LakeReader.open(root, this::unreadable)) {
            for (EventType type : EventType.values()) {
                lake.events(type, unchecked(spool::row));
            }
            lake.log(LogSelection.ALL, unchecked(spool::log));
            lake.deadLetters(unchecked(spool::letter));
            lake.transfers(unchecked(spool::transfer));
            lake.usage(unchecked(spool::usage));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private void unreadable(UnreadableRow row) {
        Invariant invariant =
                switch (row.table()) {
                    case COMMAND -> Invariant.LOG_IS_THE_STREAM;
                    case DEAD_LETTER -> Invariant.DEAD_LETTERS_ARE_COMPLETE;
                    case TRANSFER, USAGE -> Invariant.BOOKS_FOLLOW_THE_EVENTS;
                    default -> Invariant.LAKE_HOLDS_WHAT_WAS_PUBLISHED;
                };
        findings.add(
                invariant,
                String.valueOf(row.symbol()),
                (row.table() == LakeTable.COMMAND ? "commandSeq " : "seq ") + row.seq(),
                "a row of " + row.table().tableName() + " cannot be read: " + row.problem());
    }

    private interface Put<T> {
        void accept(T message) throws IOException;
    }

    private static <T> Consumer<T> unchecked(Put<T> put) {
        return message -> {
            try {
                put.accept(message);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        };
    }

    private void viewed(ViewReader.Row row, Spool spool) throws IOException {
        if (row.table() == ViewReader.Table.ORDER_LIST) {
            lists.found(row);
        } else {
            spool.viewed(row);
        }
    }

    private void check(SymbolEvidence evidence) {
        accounts = accounts.plus(new SymbolCheck(evidence, rules, books, lists, findings).run());
    }

    private void checkLists() {
        if (books.tell(Invariant.READ_MODELS_FOLLOW)) {
            lists.check(findings);
        }
    }

    private Verdict verdict() {
        if (!accounts.addUp() && findings.counts().isEmpty()) {
            findings.add(Invariant.RECORDS_ADD_UP, "all symbols", "in total", accounts.toString());
        }
        return new Verdict(
                accounts, findings.kept(), findings.counts(), findings.skippedSymbols(), books.notCompared());
    }
}
