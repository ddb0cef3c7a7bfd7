package io.stockmate.connectors.jdbc;

import io.stockmate.core.ledger.Transaction;
import java.io.IOException;
import org.apache.flink.api.connector.sink2.SinkWriter;

/** The connector's writer, but what the books refuse is not tried again. */
final class PostingWriter implements SinkWriter<Transaction> {
    private final SinkWriter<Transaction> writer;

    PostingWriter(SinkWriter<Transaction> writer) {
        this.writer = writer;
    }

    @Override
    public void write(Transaction transaction, Context context) throws IOException, InterruptedException {
        try {
            writer.write(transaction, context);
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
