package io.stockmate.emulators;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Walks the frames of a file from one offset to another. Not for several threads. */
final class FrameReader {
    private static final int CHUNK_BYTES = 256 << 10;

    private final CRC32C crc = new CRC32C();
    private final FileChannel channel;
    private final long end;
    private long offset;
    private ByteBuffer chunk;

    FrameReader(FileChannel channel, long offset, long end) {
        this.channel = channel;
        this.offset = offset;
        this.end = end;
        this.chunk = ByteBuffer.allocate((int) Math.max(0, Math.min(CHUNK_BYTES, end - offset)))
                .limit(0);
    }

    /** Where the next frame begins: after a null from {@link #next}, where the readable part ends. */
    long offset() {
        return offset;
    }

    /** The next payload, valid until the next call; null at the end and where no whole, undamaged frame stands. */
    @Nullable
    ByteBuffer next() throws IOException {
        if (!load(FrameBatch.HEADER_BYTES)) {
            return null;
        }
        int payloadBytes = chunk.getInt(chunk.position());
        if (payloadBytes < 1
                || payloadBytes > FrameLog.PAYLOAD_BYTES_MAX
                || !load(FrameBatch.HEADER_BYTES + payloadBytes)) {
            return null;
        }
        int checksum = chunk.getInt(chunk.position() + Integer.BYTES);
        ByteBuffer payload = chunk.slice(chunk.position() + FrameBatch.HEADER_BYTES, payloadBytes);
        if (FrameBatch.checksum(crc, payload.duplicate(), payloadBytes) != checksum) {
            return null;
        }
        chunk.position(chunk.position() + FrameBatch.HEADER_BYTES + payloadBytes);
        offset += FrameBatch.HEADER_BYTES + payloadBytes;
        return payload;
    }

    /** Has at least {@code bytes} in the chunk, unless the file ends before. */
    private boolean load(int bytes) throws IOException {
        if (chunk.remaining() >= bytes) {
            return true;
        }
        if (offset + bytes > end) {
            return false;
        }
        ByteBuffer room = bytes > chunk.capacity() ? ByteBuffer.allocate(bytes).put(chunk) : chunk.compact();
        room.limit((int) Math.min(room.capacity(), end - offset));
        while (room.hasRemaining()) {
            if (channel.read(room, offset + room.position()) < 0) {
                throw new IOException("the file ends at " + (offset + room.position()) + ", before " + end);
            }
        }
        chunk = room.flip();
        return true;
    }
}
