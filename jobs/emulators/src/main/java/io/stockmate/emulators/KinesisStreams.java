package io.stockmate.emulators;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/** The streams of an endpoint, one directory each. Directories with a dotted name are unfinished or deleted streams. */
final class KinesisStreams implements Closeable {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-][a-zA-Z0-9_.-]{0,127}");
    private static final int SHARDS_MAX = 500;

    private final Path directory;
    private final ArrivalClock clock;
    private final KinesisSettings settings;
    private final ConcurrentSkipListMap<String, KinesisStream> byName = new ConcurrentSkipListMap<>();

    private KinesisStreams(Path directory, ArrivalClock clock, KinesisSettings settings) {
        this.directory = directory;
        this.clock = clock;
        this.settings = settings;
    }

    static KinesisStreams open(Path directory, ArrivalClock clock, KinesisSettings settings) throws IOException {
        KinesisStreams streams = new KinesisStreams(directory, clock, settings);
        try {
            streams.recover();
        } catch (IOException | RuntimeException failure) {
            Closing.afterFailure(streams.byName.values(), failure);
            throw failure;
        }
        return streams;
    }

    private void recover() throws IOException {
        for (Path entry : entries(directory)) {
            if (entry.getFileName().toString().startsWith(".")) {
                if (Files.isDirectory(entry)) {
                    delete(entry);
                }
            } else if (Files.isDirectory(entry)) {
                KinesisStream stream = KinesisStream.open(StreamDescription.read(entry), entry, environment());
                byName.put(stream.name(), stream);
            }
        }
    }

    private ShardEnvironment environment() {
        return new ShardEnvironment(
                clock,
                settings.fsync(),
                new RecordListeners(),
                () -> settings.shardLimits() ? new ShardLimits(System::nanoTime) : null);
    }

    KinesisStream named(String name) {
        KinesisStream stream = byName.get(name);
        if (stream == null) {
            throw ApiException.notFound("Stream " + name + " does not exist; there are " + byName.keySet() + ".");
        }
        return stream;
    }

    /** Sorted by name. */
    List<KinesisStream> all() {
        return List.copyOf(byName.values());
    }

    synchronized void createUnlessThere(String name, int shardCount) throws IOException {
        if (!byName.containsKey(name)) {
            create(name, shardCount);
        }
    }

    synchronized void create(String name, int shardCount) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw ApiException.validation("Stream name '" + name + "' must match " + NAME + ".");
        }
        if (shardCount < 1 || shardCount > SHARDS_MAX) {
            throw ApiException.limitExceeded(
                    "ShardCount is " + shardCount + "; it must lie between 1 and " + SHARDS_MAX + ".");
        }
        if (byName.containsKey(name)) {
            throw ApiException.inUse("Stream " + name + " exists already.");
        }
        StreamDescription description = StreamDescription.create(name, shardCount, clock.millis());
        Path unfinished = Files.createDirectories(directory.resolve(".creating-" + name));
        description.write(unfinished);
        Path home = Files.move(unfinished, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        byName.put(name, KinesisStream.open(description, home, environment()));
    }

    synchronized void delete(String name) throws IOException {
        KinesisStream stream = named(name);
        Path gone = directory.resolve(".deleted-" + name + "-" + stream.createdAt());
        Files.move(directory.resolve(name), gone, StandardCopyOption.ATOMIC_MOVE);
        byName.remove(name);
        stream.close();
        delete(gone);
    }

    private static List<Path> entries(Path directory) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            stream.forEach(entries::add);
        }
        return entries;
    }

    /** A stream's directory is flat. */
    private static void delete(Path streamDirectory) throws IOException {
        for (Path file : entries(streamDirectory)) {
            Files.delete(file);
        }
        Files.delete(streamDirectory);
    }

    /** Lets no reader wait any more. */
    void endWaits() {
        byName.values().forEach(KinesisStream::endWaits);
    }

    @Override
    public void close() throws IOException {
        Closing.all(byName.values());
    }
}
