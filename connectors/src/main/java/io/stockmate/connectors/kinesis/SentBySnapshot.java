package io.stockmate.connectors.kinesis;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A sink that gathers records for its requests, but has sent all of them when a snapshot is taken. The connector's own
 * keeps what waits in the snapshot, and a job that ends behind a savepoint leaves it unsent until it runs again, while
 * the lake has it.
 *
 * @param <S> the sink's state
 */
public final class SentBySnapshot<T, S, K extends Sink<T> & SupportsWriterState<T, S>>
        implements Sink<T>, SupportsWriterState<T, S> {
    private static final long serialVersionUID = 1;

    private final K sink;

    public SentBySnapshot(K sink) {
        this.sink = sink;
    }

    @Override
    public StatefulSinkWriter<T, S> createWriter(WriterInitContext context) throws IOException {
        return restoreWriter(context, List.of());
    }

    @Override
    @Deprecated
    public StatefulSinkWriter<T, S> createWriter(InitContext context) {
        throw new UnsupportedOperationException("Flink asks with a WriterInitContext");
    }

    @Override
    public StatefulSinkWriter<T, S> restoreWriter(WriterInitContext context, Collection<S> state) throws IOException {
        return new Writer<>(sink.restoreWriter(context, state));
    }

    @Override
    public SimpleVersionedSerializer<S> getWriterStateSerializer() {
        return sink.getWriterStateSerializer();
    }

    private record Writer<T, S>(StatefulSinkWriter<T, S> writer) implements StatefulSinkWriter<T, S> {
        @Override
        public void write(T row, Context context) throws IOException, InterruptedException {
            writer.write(row, context);
        }

        @Override
        public void flush(boolean endOfInput) throws IOException, InterruptedException {
            writer.flush(true);
        }

        @Override
        public List<S> snapshotState(long checkpointId) throws IOException {
            return writer.snapshotState(checkpointId);
        }

        @Override
        public void close() throws Exception {
            writer.close();
        }
    }
}
