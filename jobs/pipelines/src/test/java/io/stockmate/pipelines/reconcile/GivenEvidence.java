package io.stockmate.pipelines.reconcile;

import io.stockmate.connectors.wire.ArrivedRecord;
import java.nio.file.Path;
import java.util.List;

/** Streams in memory and a lake on disk. */
record GivenEvidence(List<ArrivedRecord> records, List<ArrivedRecord> published, Path lake) implements Evidence {
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
