package io.stockmate.pipelines.reconcile;

import io.stockmate.connectors.projection.ViewReader;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.message.DeadLetter;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.LogEntry;
import io.stockmate.core.message.Transfer;
import io.stockmate.core.message.UsageRecord;
import java.util.ArrayList;
import java.util.List;

/** What streams and lake hold under one symbol: under one partition key, where a record has no symbol. */
final class SymbolEvidence {
    final String symbol;

    /** Of the stream {@code commands}, in order. */
    final List<ArrivedRecord> records = new ArrayList<>();

    /** Of the stream {@code events}, in any order. */
    final List<Event> published = new ArrayList<>();

    /** Rows of the lake, in any order. */
    final List<Event> rows = new ArrayList<>();

    final List<LogEntry> log = new ArrayList<>();
    final List<DeadLetter> letters = new ArrayList<>();
    final List<Transfer> transfers = new ArrayList<>();
    final List<UsageRecord> usage = new ArrayList<>();

    /** Of the database, in any order. */
    final List<Transfer> posted = new ArrayList<>();

    /** Rows of the database's read models and outbox, in any order. */
    final List<ViewReader.Row> viewed = new ArrayList<>();

    SymbolEvidence(String symbol) {
        this.symbol = symbol;
    }
}
