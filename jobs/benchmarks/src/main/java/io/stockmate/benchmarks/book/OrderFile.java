package io.stockmate.benchmarks.book;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A recorded order flow: a header with magic, version and count, then records of 40 bytes, little-endian. */
public final class OrderFile {
    private static final long MAGIC = 0x4D4542575F303031L;
    private static final int HEADER_BYTES = 16;
    private static final int RECORD_BYTES = 40;
    private static final int ROOM_AT_FIRST = 1 << 16;
    private static final OrderFlow.Kind[] KINDS = OrderFlow.Kind.values();

    private OrderFile() {}

    /** @throws IOException if the file is not of this format, is cut off, or goes on after its records */
    public static OrderFlow read(Path file) throws IOException {
        try (InputStream in = open(file)) {
            return read(in, file);
        }
    }

    static OrderFlow read(InputStream in, Path file) throws IOException {
        ByteBuffer header = next(in, HEADER_BYTES, file);
        if (header.getLong() != MAGIC || header.getInt() != 1) {
            throw new IOException(file + " is no order file of version 1");
        }
        int count = header.getInt();
        if (count < 0) {
            throw new IOException(file + " says that it has " + Integer.toUnsignedString(count)
                    + " records; the limit is " + Integer.MAX_VALUE);
        }
        // Whether the records are there is seen only as they are read.
        OrderColumns flow = new OrderColumns(Math.min(count, ROOM_AT_FIRST));
        for (int i = 0; i < count; i++) {
            add(flow, next(in, RECORD_BYTES, file), file);
        }
        if (in.read() >= 0) {
            throw new IOException(file + " goes on after its " + count + " records");
        }
        return flow;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return new BufferedInputStream(
                file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in, 1 << 16);
    }

    private static ByteBuffer next(InputStream in, int bytes, Path file) throws IOException {
        byte[] read = in.readNBytes(bytes);
        if (read.length < bytes) {
            throw new IOException(file + " ends in the middle of a record");
        }
        return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void add(OrderColumns flow, ByteBuffer record, Path file) throws IOException {
        int kind = record.get(0);
        if (kind < 0 || kind >= KINDS.length) {
            throw new IOException(file + " has a record of the unknown type " + kind);
        }
        flow.add(
                KINDS[kind],
                record.get(1) == 0,
                record.get(2) == 0,
                Integer.toUnsignedLong(record.getInt(4)),
                record.getLong(8),
                record.getLong(16),
                record.getLong(24));
    }
}
