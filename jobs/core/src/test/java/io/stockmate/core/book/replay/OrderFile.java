package io.stockmate.core.book.replay;

import io.stockmate.core.message.Side;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** A recorded order flow: a header with magic, version and count, then records of 40 bytes, little-endian. */
final class OrderFile {
    private static final long MAGIC = 0x4D4542575F303031L;
    private static final int HEADER_BYTES = 16;
    private static final int RECORD_BYTES = 40;
    private static final OrderMessage.Kind[] KINDS = OrderMessage.Kind.values();

    private OrderFile() {}

    static void read(Path file, Consumer<OrderMessage> reader) throws IOException {
        try (InputStream in = open(file)) {
            ByteBuffer header = next(in, HEADER_BYTES);
            if (header.getLong() != MAGIC || header.getInt() != 1) {
                throw new IOException(file + " is no order file of version 1");
            }
            int count = header.getInt();
            for (int i = 0; i < count; i++) {
                reader.accept(message(next(in, RECORD_BYTES)));
            }
            if (in.read() >= 0) {
                throw new IOException(file + " goes on after its " + count + " records");
            }
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return new BufferedInputStream(
                file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in, 1 << 16);
    }

    private static ByteBuffer next(InputStream in, int bytes) throws IOException {
        byte[] read = in.readNBytes(bytes);
        if (read.length < bytes) {
            throw new IOException("the file ends in the middle of a record");
        }
        return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static OrderMessage message(ByteBuffer record) {
        return new OrderMessage(
                KINDS[record.get(0)],
                record.get(1) == 0 ? Side.BUY : Side.SELL,
                record.get(2) == 0,
                Integer.toUnsignedLong(record.getInt(4)),
                record.getLong(8),
                record.getLong(16),
                record.getLong(24));
    }
}
