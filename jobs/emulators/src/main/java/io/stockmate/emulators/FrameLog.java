package io.stockmate.emulators;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of frames to which batches are appended whole or not at all. When {@link #append} returns, the batch has
 * reached the operating system and survives the end of this process; with fsync it has reached the disk.
 *
 * <p>One thread appends at a time; any number read what has been appended.
 */
final class FrameLog implements Closeable {
    static final int PAYLOAD_BYTES_MAX = 8 << 20;

    /** No batch is longer, so no torn tail is. */
    static final int BATCH_BYTES_MAX = 16 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(FrameLog.class);

    private final Path file;
    private final FileChannel channel;
    private final boolean fsync;
    private volatile long end;
    private boolean dirty;

    private FrameLog(Path file, FileChannel channel, boolean fsync) {
        this.file = file;
        this.channel = channel;
        this.fsync = fsync;
    }

    /** Sees the frames that a file holds when it is opened. */
    @FunctionalInterface
    interface Visitor {
        /** @param payload valid during the call only */
        void frame(long offset, ByteBuffer payload) throws IOException;
    }

    /**
     * Opens or makes the file. A batch whose writing was cut short was never acknowledged: it is cut off.
     *
     * @throws IOException also when the file is damaged anywhere but at its end
     */
    static FrameLog open(Path file, boolean fsync, Visitor visitor) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FrameLog log = new FrameLog(file, channel, fsync);
            log.recover(visitor);
            return log;
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    private void recover(Visitor visitor) throws IOException {
        long size = channel.size();
        FrameReader reader = new FrameReader(channel, 0, size);
        long offset = 0;
        for (ByteBuffer payload = reader.next(); payload != null; payload = reader.next()) {
            visitor.frame(offset, payload);
            offset = reader.offset();
        }
        if (offset < size) {
            refuseDamage(offset, size);
            LOG.warn("{}: cut off {} bytes of an unfinished write", file, size - offset);
            channel.truncate(offset);
        }
        end = offset;
    }

    /** What follows a torn write is nothing; a whole frame behind a damaged one means that records would be lost. */
    private void refuseDamage(long offset, long size) throws IOException {
        boolean torn = size - offset <= BATCH_BYTES_MAX && !wholeFrameBehind(offset, size);
        if (!torn) {
            throw new IOException(file + " is damaged at byte " + offset + " of " + size
                    + ": restore it, or cut it off there to go on without what follows.");
        }
    }

    private boolean wholeFrameBehind(long offset, long size) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(FrameBatch.HEADER_BYTES);
        if (channel.read(header, offset) < FrameBatch.HEADER_BYTES) {
            return false;
        }
        int payloadBytes = header.getInt(0);
        if (payloadBytes < 0 || payloadBytes > PAYLOAD_BYTES_MAX) {
            return false;
        }
        return new FrameReader(channel, offset + FrameBatch.HEADER_BYTES + payloadBytes, size).next() != null;
    }

    /** @return the offset at which the batch begins */
    long append(FrameBatch batch) throws IOException {
        if (batch.length() > BATCH_BYTES_MAX) {
            throw new IOException("a batch of " + batch.length() + " bytes exceeds " + BATCH_BYTES_MAX);
        }
        cutFailedWrite();
        long start = end;
        dirty = true;
        ByteBuffer bytes = batch.buffer();
        while (bytes.hasRemaining()) {
            channel.write(bytes, start + bytes.position());
        }
        if (fsync) {
            channel.force(false);
        }
        dirty = false;
        end = start + batch.length();
        return start;
    }

    /** Else its remains could pass for frames behind the next, shorter batch. */
    private void cutFailedWrite() throws IOException {
        if (dirty) {
            channel.truncate(end);
            dirty = false;
        }
    }

    long end() {
        return end;
    }

    FrameReader readFrom(long offset) {
        return new FrameReader(channel, offset, end);
    }

    /** The next payload of a reader that has not reached {@link #end}. */
    ByteBuffer next(FrameReader reader) throws IOException {
        @Nullable ByteBuffer payload = reader.next();
        if (payload == null) {
            throw new IOException(file + " is damaged at byte " + reader.offset());
        }
        return payload;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
