package io.stockmate.emulators;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The delivery streams of an endpoint; each keeps its description and spools in {@code .firehose/NAME}. */
final class DeliveryStreams implements Closeable {
    private static final long END_SECONDS_MAX = 5;

    private final Path bucket;
    private final Path homes;
    private final FirehoseSettings settings;
    private final ArrivalClock clock;
    private final ScheduledThreadPoolExecutor timer;
    private final ConcurrentSkipListMap<String, DeliveryStream> byName = new ConcurrentSkipListMap<>();

    private DeliveryStreams(Path bucket, FirehoseSettings settings) {
        this.bucket = bucket;
        this.homes = bucket.resolve(".firehose");
        this.settings = settings;
        this.clock = new ArrivalClock(settings.clock());
        this.timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "firehose-buffers");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        timer.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
    }

    static DeliveryStreams open(Path bucket, FirehoseSettings settings) throws IOException {
        DeliveryStreams streams = new DeliveryStreams(bucket, settings);
        Files.createDirectories(streams.homes);
        try (DirectoryStream<Path> homes = Files.newDirectoryStream(streams.homes, DeliveryDescription::isIn)) {
            for (Path home : homes) {
                streams.add(DeliveryDescription.read(home), home);
            }
        } catch (IOException | RuntimeException failure) {
            Closing.afterFailure(List.of(streams), failure);
            throw failure;
        }
        return streams;
    }

    private void add(DeliveryDescription description, Path home) throws IOException {
        byName.put(description.name(), DeliveryStream.open(description, home, bucket, clock, settings, timer));
    }

    /** Sorted by name. */
    List<DeliveryStream> all() {
        return List.copyOf(byName.values());
    }

    DeliveryStream named(String name) {
        DeliveryStream stream = byName.get(name);
        if (stream == null) {
            throw ApiException.notFound(
                    "Delivery stream " + name + " does not exist; there are " + byName.keySet() + ".");
        }
        return stream;
    }

    /** A buffer's size or interval of 0 leaves it to the endpoint's setting. */
    synchronized void create(String name, String prefix, long bufferBytes, long bufferIntervalMillis)
            throws IOException {
        if (byName.containsKey(name)) {
            throw ApiException.inUse("Delivery stream " + name + " exists already.");
        }
        DeliveryDescription description =
                DeliveryDescription.create(name, prefix, clock.millis(), bufferBytes, bufferIntervalMillis);
        Path home = Files.createDirectories(homes.resolve(name));
        description.write(home);
        add(description, home);
    }

    synchronized void createUnlessThere(String name, String prefix) throws IOException {
        if (!byName.containsKey(name)) {
            create(name, prefix, 0, 0);
        }
    }

    void finishNow() throws IOException {
        for (DeliveryStream stream : byName.values()) {
            stream.finishNow();
        }
    }

    @Override
    public void close() throws IOException {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(END_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new IOException("a buffer is still being written after " + END_SECONDS_MAX + " s");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        Closing.all(byName.values());
    }
}
