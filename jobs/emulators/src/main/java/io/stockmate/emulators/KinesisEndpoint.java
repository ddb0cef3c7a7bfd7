package io.stockmate.emulators;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Kinesis Data Streams on 127.0.0.1, in JSON and CBOR over HTTP/1.1 (an asynchronous SDK client has to be told so). Any
 * credentials do.
 *
 * <p>Streams and their records live in a directory and are there again at the next start, also after kill -9: a put is
 * acknowledged when it has been written. Nothing is ever trimmed. A record's sequence number and arrival time never
 * change, and arrival times never go back, whatever the clock does, also over restarts.
 *
 * <p>Supported: CreateStream, DeleteStream, DescribeStream, DescribeStreamSummary, ListStreams, ListShards,
 * SplitShard, MergeShards, GetShardIterator, GetRecords, PutRecord, PutRecords, with the limits and errors of AWS; its
 * throttling where {@link KinesisSettings#shardLimits} asks for it. A resharded stream is ACTIVE again at once.
 */
public final class KinesisEndpoint implements AutoCloseable {
    private final DirectoryLock lock;
    private final ArrivalClock clock;
    private final KinesisStreams streams;
    private final HttpApi api;
    private final LocalServer server;
    private final LocalServer patientServer;

    private KinesisEndpoint(int port, Path directory, KinesisSettings settings, DirectoryLock lock) throws IOException {
        this.lock = lock;
        clock = new ArrivalClock(settings.clock());
        streams = KinesisStreams.open(directory, clock, settings);
        settings.speed().ifPresent(clock::runFrom);
        ShardIterators iterators = new ShardIterators(settings.iteratorLifetime(), System::currentTimeMillis);
        Map<String, Action> actions = new HashMap<>();
        new StreamActions(streams).addTo(actions);
        new ReshardActions(streams).addTo(actions);
        new PutActions(streams).addTo(actions);
        new ReadActions(streams, iterators, clock, settings.readWait()).addTo(actions);
        actions.put("ListShards", new ListShards(streams));
        api = new HttpApi("Kinesis_20131202", actions, settings.faults());
        try {
            server = new LocalServer("kinesis", port, api);
        } catch (IOException | RuntimeException failure) {
            Closing.afterFailure(List.of(streams), failure);
            throw failure;
        }
        try {
            patientServer = new LocalServer("kinesis", 0, api.patient());
        } catch (IOException | RuntimeException failure) {
            server.close();
            Closing.afterFailure(List.of(streams), failure);
            throw failure;
        }
    }

    /** As {@link #start(int, Path, KinesisSettings)} with {@link KinesisSettings#defaults}. */
    public static KinesisEndpoint start(int port, Path directory) throws IOException {
        return start(port, directory, KinesisSettings.defaults());
    }

    /**
     * Starts with the streams that {@code directory} holds.
     *
     * @param port 0 takes a free one
     * @param directory made when it is not there; one endpoint at a time
     * @throws java.net.BindException naming the port when it is taken
     * @throws IOException also when another endpoint has the directory, or a log in it is damaged (other than by a
     *     write that was cut short, which is removed)
     */
    public static KinesisEndpoint start(int port, Path directory, KinesisSettings settings) throws IOException {
        DirectoryLock lock = DirectoryLock.take(directory);
        try {
            return new KinesisEndpoint(port, directory, settings, lock);
        } catch (IOException | RuntimeException failure) {
            Closing.afterFailure(List.of(lock), failure);
            throw failure;
        }
    }

    /** What clients take as their endpoint. */
    public URI uri() {
        return server.uri();
    }

    /**
     * What clients take as their endpoint that read each shard in a thread of its own: a GetRecords that finds nothing
     * is answered as soon as a record comes, and empty after {@link KinesisSettings#readWait}. On a free port.
     */
    public URI waitingUri() {
        return patientServer.uri();
    }

    /** The ARN by which the endpoint knows a stream; it accepts any other region and account. */
    public static String arn(String stream) {
        return StreamNames.arn(stream);
    }

    /**
     * Makes sure that there is such a stream; one that is there keeps its shards.
     *
     * @throws IllegalArgumentException when the name or the number of shards is not allowed
     */
    public void createStream(String name, int shards) throws IOException {
        try {
            streams.createUnlessThere(name, shards);
        } catch (ApiException refused) {
            throw new IllegalArgumentException(refused.text(), refused);
        }
    }

    /**
     * Tells {@code listener} of every record put from now on.
     *
     * @return closing it ends that
     * @throws IllegalArgumentException when there is no such stream
     */
    public Tail tail(String stream, RecordListener listener) {
        RecordListeners listeners = existing(stream).listeners();
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** A listener's subscription. */
    @FunctionalInterface
    public interface Tail extends AutoCloseable {
        @Override
        void close();
    }

    /** The number of records in all shards of a stream. */
    public long recordCount(String stream) {
        return existing(stream).shards().stream()
                .mapToLong(shard -> shard.log().size())
                .sum();
    }

    /** How many shards of a stream take records. */
    public int openShards(String stream) {
        return existing(stream).openShards();
    }

    /** Of each open shard, by its id, the sequence number of the last record; empty where it holds none. */
    public Map<String, String> lastSequenceNumbers(String stream) {
        Map<String, String> last = new TreeMap<>();
        for (Shard shard : existing(stream).shards()) {
            if (shard.description().open()) {
                long size = shard.log().size();
                last.put(shard.id(), size == 0 ? "" : shard.sequenceNumbers().of(size - 1));
            }
        }
        return last;
    }

    /**
     * Answers every later PutRecord and PutRecords to a stream with status 503 and ServiceUnavailableException, until
     * the next start. When this returns, all that was taken can be read, and nothing follows it.
     *
     * @param reason for people; part of the answer
     */
    public void refusePuts(String stream, String reason) {
        existing(stream).refusePuts(reason);
    }

    /** What a record that came now would be given as its arrival time, epoch milliseconds. */
    public long time() {
        return clock.millis();
    }

    /** The highest time given to a record or stream so far, before the last start too; 0 for none. */
    public long latestTime() {
        return clock.latest();
    }

    private KinesisStream existing(String stream) {
        try {
            return streams.named(stream);
        } catch (ApiException unknown) {
            throw new IllegalArgumentException(unknown.text(), unknown);
        }
    }

    /** Answers what has come as a whole, then ends; leaves no threads. */
    @Override
    public void close() throws IOException {
        streams.endWaits();
        api.drain();
        server.close();
        patientServer.close();
        Closing.all(List.of(streams, lock));
    }
}
