package io.stockmate.connectors.kinesis.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Kinesis Producer Library's format of several records in one: four magic bytes, a protocol buffer, its MD5.
 *
 * <pre>
 * AggregatedRecord { repeated string partition_key_table = 1; repeated string explicit_hash_key_table = 2;
 *                    repeated Record records = 3; }
 * Record           { uint64 partition_key_index = 1; uint64 explicit_hash_key_index = 2; bytes data = 3;
 *                    repeated Tag tags = 4; }
 * </pre>
 */
public final class AggregatedRecord {
    private static final byte[] MAGIC = {(byte) 0xF3, (byte) 0x89, (byte) 0x9A, (byte) 0xC2};
    private static final int CHECKSUM_LENGTH = 16;

    /** Characters, as for Kinesis itself. */
    private static final int PARTITION_KEY_LENGTH_MAX = 256;

    private AggregatedRecord() {}

    /** One of the records inside. */
    @SuppressWarnings("ArrayRecordComponent")
    record Part(String partitionKey, byte[] data) {}

    /**
     * Records of one partition key in one, which Kinesis takes or refuses as a whole: they keep their order.
     *
     * @param all in their order; at most 1 MiB in all
     */
    public static byte[] of(String partitionKey, List<byte[]> all) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        ProtocolBuffer.write(1, partitionKey.getBytes(StandardCharsets.UTF_8), message);
        for (byte[] data : all) {
            ByteArrayOutputStream record = new ByteArrayOutputStream();
            ProtocolBuffer.write(1, 0, record);
            ProtocolBuffer.write(3, data, record);
            ProtocolBuffer.write(3, record.toByteArray(), message);
        }
        byte[] bytes = message.toByteArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(MAGIC);
        out.writeBytes(bytes);
        out.writeBytes(md5(bytes, 0, bytes.length));
        return out.toByteArray();
    }

    /** The records inside; null where {@code data} is no aggregated record, or a damaged one. */
    static @Nullable List<Part> parts(byte[] data) {
        int end = data.length - CHECKSUM_LENGTH;
        if (end < MAGIC.length || !Arrays.equals(data, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return null;
        }
        if (!Arrays.equals(md5(data, MAGIC.length, end), Arrays.copyOfRange(data, end, data.length))) {
            return null;
        }
        try {
            return parts(new ProtocolBuffer(data, MAGIC.length, end));
        } catch (ProtocolBuffer.Damaged damaged) {
            return null;
        }
    }

    private static List<Part> parts(ProtocolBuffer message) throws ProtocolBuffer.Damaged {
        List<String> partitionKeys = new ArrayList<>();
        List<ProtocolBuffer> records = new ArrayList<>();
        while (message.next()) {
            switch (message.field()) {
                case 1 -> partitionKeys.add(new String(message.bytes(), StandardCharsets.UTF_8));
                case 3 -> records.add(message.message());
                default -> message.skip();
            }
        }
        List<Part> parts = new ArrayList<>(records.size());
        for (ProtocolBuffer record : records) {
            parts.add(part(record, partitionKeys));
        }
        return parts;
    }

    private static Part part(ProtocolBuffer record, List<String> partitionKeys) throws ProtocolBuffer.Damaged {
        long key = -1;
        byte[] data = null;
        while (record.next()) {
            switch (record.field()) {
                case 1 -> key = record.number();
                case 3 -> data = record.bytes();
                default -> record.skip();
            }
        }
        if (data == null || key < 0 || key >= partitionKeys.size()) {
            throw new ProtocolBuffer.Damaged();
        }
        String partitionKey = partitionKeys.get((int) key);
        if (partitionKey.isEmpty() || partitionKey.length() > PARTITION_KEY_LENGTH_MAX) {
            throw new ProtocolBuffer.Damaged();
        }
        return new Part(partitionKey, data);
    }

    private static byte[] md5(byte[] data, int start, int end) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update(data, start, end - start);
            return md5.digest();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has MD5", missing);
        }
    }
}
