package io.stockmate.pipelines.reconcile;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.ledger.LedgerSettings;
import io.stockmate.core.market.MarketRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Streams in memory and a lake on disk; of the books what is said. */
record GivenEvidence(List<ArrivedRecord> records, List<ArrivedRecord> published, Path lake, Evidence.Books books)
        implements Evidence {
    private static final Evidence.Books NOBODYS = new Evidence.Books(
            LedgerSettings.of(MarketRules.CORRECTABLE_MS_DEFAULT),
            null,
            new TreeMap<>(Map.of(Invariant.BOOKS_FOLLOW_THE_EVENTS, "nobody kept books")));

    /** Of a market whose books nobody kept. */
    GivenEvidence(List<ArrivedRecord> records, List<ArrivedRecord> published, Path lake) {
        this(records, published, lake, NOBODYS);
    }

    @Override
    public void commands(RecordVisitor visitor) throws Exception {
        for (ArrivedRecord record : records) {
            visitor.record(record);
        }
    }

    @Override
    public void events(RecordVisitor visitor) throws Exception {
        for (ArrivedRecord record : published) {
            visitor.record(record);
        }
    }
}
