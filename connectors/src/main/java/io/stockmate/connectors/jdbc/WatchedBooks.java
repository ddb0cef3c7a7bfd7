package io.stockmate.connectors.jdbc;

import io.stockmate.connectors.config.DatabaseSettings;
import io.stockmate.core.ledger.Transaction;
import java.io.IOException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;

/** A sink beside whose first writer the books are watched. */
record WatchedBooks(Sink<Transaction> sink, DatabaseSettings settings) implements Sink<Transaction> {
    private static final long serialVersionUID = 1;

    @Override
    public SinkWriter<Transaction> createWriter(InitContext context) throws IOException {
        SinkWriter<Transaction> writer = sink.createWriter(context);
        return context.getTaskInfo().getIndexOfThisSubtask() == 0
                ? new Writer(writer, BalanceWatch.start(settings, context.metricGroup()))
                : writer;
    }

    private record Writer(SinkWriter<Transaction> writer, BalanceWatch watch) implements SinkWriter<Transaction> {
        @Override
        public void write(Transaction transaction, Context context) throws IOException, InterruptedException {
            writer.write(transaction, context);
        }

        @Override
        public void flush(boolean endOfInput) throws IOException, InterruptedException {
            writer.flush(endOfInput);
        }

        @Override
        public void close() throws Exception {
            try (watch) {
                writer.close();
            }
        }
    }
}
