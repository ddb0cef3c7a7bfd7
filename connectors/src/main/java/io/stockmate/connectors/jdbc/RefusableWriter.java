package io.stockmate.connectors.jdbc;

import java.io.IOException;
import org.apache.flink.api.connector.sink2.SinkWriter;

/** The connector's writer, but what the database refuses is not tried again. */
final class RefusableWriter<T> implements SinkWriter<T> {
    private final SinkWriter<T> writer;

    RefusableWriter(SinkWriter<T> writer) {
        this.writer = writer;
    }

    @Override
    public void write(T row, Context context) throws IOException, InterruptedException {
        try {
            writer.write(row, context);
        } catch (IOException | RuntimeException failure) {
            throw Refusal.or(failure);
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        try {
            writer.flush(endOfInput);
        } catch (IOException | RuntimeException failure) {
            throw Refusal.or(failure);
        }
    }

    @Override
    public void close() throws Exception {
        writer.close();
    }
}
