package io.stockmate.connectors.kinesis.source;

import io.stockmate.connectors.wire.ArrivedRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;

/** What a reader has emitted. */
final class CollectingOutput implements ReaderOutput<ArrivedRecord> {
    final List<ArrivedRecord> records = new ArrayList<>();

    @Override
    public void collect(ArrivedRecord record) {
        throw new AssertionError("records have times");
    }

    @Override
    public void collect(ArrivedRecord record, long timestamp) {
        if (timestamp != record.cause().arrivedAt()) {
            throw new AssertionError(timestamp + " is not when it arrived: " + record.cause());
        }
        records.add(record);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
        throw new AssertionError("there are no watermarks");
    }

    @Override
    public void markIdle() {
        throw new AssertionError("there are no watermarks");
    }

    @Override
    public void markActive() {
        throw new AssertionError("there are no watermarks");
    }

    @Override
    public SourceOutput<ArrivedRecord> createOutputForSplit(String split) {
        throw new AssertionError("there are no watermarks");
    }

    @Override
    public void releaseOutputForSplit(String split) {
        throw new AssertionError("there are no watermarks");
    }
}
