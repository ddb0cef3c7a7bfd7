package io.stockmate.pipelines.reconcile;

import io.stockmate.connectors.wire.ArrivedRecord;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Streams in memory and a lake on disk; of the books what is said. */
record GivenEvidence(
        List<ArrivedRecord> records, List<ArrivedRecord> published, Path lake, Evidence.@Nullable Books books)
        implements Evidence {
    /** Of a market whose books nobody kept. */
    GivenEvidence(List<ArrivedRecord> records, List<ArrivedRecord> published, Path lake) {
        this(records, published, lake, null);
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
