package io.stockmate.emulators;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Firehose on 127.0.0.1, in JSON over HTTP/1.1, delivering to a directory in place of S3. Any credentials do.
 *
 * <p>Records are joined as they are and become objects {@code PREFIXYYYY/MM/dd/HH/STREAM-1-YYYY-MM-dd-HH-mm-ss-N} when
 * a buffer is large or old enough. An object appears whole. A put is acknowledged when it has been written to a hidden
 * file, so that it survives kill -9: what was left then becomes objects at the next start.
 *
 * <p>Supported: CreateDeliveryStream, DescribeDeliveryStream, ListDeliveryStreams, PutRecord, PutRecordBatch, with the
 * limits and errors of AWS.
 */
public final class FirehoseEndpoint implements AutoCloseable {
    private final DirectoryLock lock;
    private final DeliveryStreams streams;
    private final HttpApi api;
    private final LocalServer server;

    private FirehoseEndpoint(int port, Path directory, FirehoseSettings settings, DirectoryLock lock)
            throws IOException {
        this.lock = lock;
        streams = DeliveryStreams.open(directory, settings);
        api = new HttpApi("Firehose_20150804", new FirehoseActions(streams).byName(), settings.faults());
        try {
            server = new LocalServer("firehose", port, api);
        } catch (IOException | RuntimeException failure) {
            Closing.afterFailure(List.of(streams), failure);
            throw failure;
        }
    }

    /** As {@link #start(int, Path, FirehoseSettings)} with {@link FirehoseSettings#defaults}. */
    public static FirehoseEndpoint start(int port, Path directory) throws IOException {
        return start(port, directory, FirehoseSettings.defaults());
    }

    /**
     * Starts with the delivery streams that {@code directory} knows, after delivering what they had left.
     *
     * @param port 0 takes a free one
     * @param directory stands for the bucket; made when it is not there; one endpoint at a time
     * @throws java.net.BindException naming the port when it is taken
     * @throws IOException also when another endpoint has the directory, or a hidden file in it is damaged
     */
    public static FirehoseEndpoint start(int port, Path directory, FirehoseSettings settings) throws IOException {
        DirectoryLock lock = DirectoryLock.take(directory);
        try {
            return new FirehoseEndpoint(port, directory, settings, lock);
        } catch (IOException | RuntimeException failure) {
            Closing.afterFailure(List.of(lock), failure);
            throw failure;
        }
    }

    /** What clients take as their endpoint. */
    public URI uri() {
        return server.uri();
    }

    /** As {@link #createDeliveryStream(String, String)}, delivering into a directory {@code NAME/}. */
    public void createDeliveryStream(String name) throws IOException {
        createDeliveryStream(name, name + "/");
    }

    /**
     * Makes sure that there is such a delivery stream; one that is there keeps its prefix and buffers.
     *
     * @param prefix of objects' names, before the date; ends in a slash to be a directory
     * @throws IllegalArgumentException when the name or the prefix is not allowed
     */
    public void createDeliveryStream(String name, String prefix) throws IOException {
        try {
            streams.createUnlessThere(name, prefix);
        } catch (ApiException refused) {
            throw new IllegalArgumentException(refused.text(), refused);
        }
    }

    /** Makes objects of what all buffers hold. */
    public void flush() throws IOException {
        streams.finishNow();
    }

    /** Answers what has come as a whole, delivers what the buffers hold, then ends; leaves no threads. */
    @Override
    public void close() throws IOException {
        api.drain();
        server.close();
        Closing.all(List.of(streams, lock));
    }
}
