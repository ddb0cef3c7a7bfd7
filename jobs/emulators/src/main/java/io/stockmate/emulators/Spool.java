package io.stockmate.emulators;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to become an object: a file whose first frame is the object's name and whose others are its bytes. Since the
 * name is fixed from the beginning, finishing it again after a crash replaces the object by its equal.
 */
final class Spool implements Closeable {
    private final Path file;
    private final FrameLog log;
    private final String object;
    private long bytes;

    private Spool(Path file, FrameLog log, String object, long bytes) {
        this.file = file;
        this.log = log;
        this.object = object;
        this.bytes = bytes;
    }

    static Spool begin(Path file, String object, boolean fsync) throws IOException {
        FrameLog log = FrameLog.open(file, fsync, (offset, payload) -> {
            throw new IOException(file + " is there already");
        });
        try {
            byte[] name = object.getBytes(StandardCharsets.UTF_8);
            FrameBatch batch = new FrameBatch(FrameBatch.HEADER_BYTES + name.length);
            batch.add(name);
            log.append(batch);
        } catch (IOException failure) {
            Closing.afterFailure(List.of(log), failure);
            throw failure;
        }
        return new Spool(file, log, object, 0);
    }

    /** Opens what an earlier process left; null, and the file gone, when nothing in it was ever acknowledged. */
    static @Nullable Spool recover(Path file) throws IOException {
        Contents contents = new Contents();
        FrameLog log = FrameLog.open(file, false, contents);
        String object = contents.object;
        if (object == null || contents.bytes == 0) {
            log.close();
            Files.delete(file);
            return null;
        }
        return new Spool(file, log, object, contents.bytes);
    }

    private static final class Contents implements FrameLog.Visitor {
        private @Nullable String object;
        private long bytes;

        @Override
        public void frame(long offset, ByteBuffer payload) {
            if (object == null) {
                object = StandardCharsets.UTF_8.decode(payload).toString();
            } else {
                bytes += payload.remaining();
            }
        }
    }

    /** All or nothing. */
    void append(List<byte[]> records) throws IOException {
        int length = records.stream().mapToInt(record -> record.length).sum();
        if (length == 0) {
            return;
        }
        FrameBatch batch = new FrameBatch(FrameBatch.HEADER_BYTES + length);
        batch.add(length, payload -> records.forEach(payload::put));
        log.append(batch);
        bytes += length;
    }

    long bytes() {
        return bytes;
    }

    /** Makes the object appear in {@code bucket} and removes its own file; after a failure it can be tried again. */
    void finishInto(Path bucket) throws IOException {
        if (bytes > 0) {
            Path target = bucket.resolve(object);
            Files.createDirectories(target.resolveSibling(""));
            WholeFile.write(target, channel -> {
                FrameReader reader = log.readFrom(0);
                log.next(reader);
                while (reader.offset() < log.end()) {
                    WholeFile.writeAll(channel, log.next(reader));
                }
            });
        }
        Files.delete(file);
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
