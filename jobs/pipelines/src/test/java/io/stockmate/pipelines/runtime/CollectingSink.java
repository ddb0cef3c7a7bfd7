package io.stockmate.pipelines.runtime;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Keeps what it is given under a name, in this JVM: at-least-once, as the connectors' sinks are. */
public final class CollectingSink<T> implements Sink<T> {
    private static final long serialVersionUID = 1;
    private static final ConcurrentHashMap<String, Queue<Object>> COLLECTED = new ConcurrentHashMap<>();

    private final String name;

    public CollectingSink(String name) {
        this.name = name;
        COLLECTED.put(name, new ConcurrentLinkedQueue<>());
    }

    /** How many were given to the sink of this name so far. */
    public static int count(String name) {
        return COLLECTED.get(name).size();
    }

    @SuppressWarnings("unchecked")
    public List<T> collected() {
        return (List<T>) List.copyOf(COLLECTED.get(name));
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new Writer<>(COLLECTED.get(name));
    }

    @Override
    @Deprecated
    public SinkWriter<T> createWriter(InitContext context) {
        return new Writer<>(COLLECTED.get(name));
    }

    private record Writer<T>(Queue<Object> collected) implements SinkWriter<T> {
        @Override
        public void write(T element, Context context) {
            collected.add(element);
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
    }
}
