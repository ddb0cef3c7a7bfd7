package io.stockmate.emulators;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A record in a shard's log: arrival time in milliseconds (8 bytes), the key's length (2), the key in UTF-8, the data.
 *
 * @param position its place in the shard, from 0
 */
record StoredRecord(long position, long arrivedAt, String partitionKey, byte[] data) {
    private static final int FIXED_BYTES = Long.BYTES + Short.BYTES;

    static StoredRecord read(long position, ByteBuffer payload) {
        long arrivedAt = payload.getLong();
        byte[] key = new byte[Short.toUnsignedInt(payload.getShort())];
        payload.get(key);
        byte[] data = new byte[payload.remaining()];
        payload.get(data);
        return new StoredRecord(position, arrivedAt, new String(key, StandardCharsets.UTF_8), data);
    }

    static long arrivedAt(ByteBuffer payload) {
        return payload.getLong(payload.position());
    }

    void addTo(FrameBatch batch) {
        byte[] key = partitionKey.getBytes(StandardCharsets.UTF_8);
        batch.add(FIXED_BYTES + key.length + data.length, payload -> payload.putLong(arrivedAt)
                .putShort((short) key.length)
                .put(key)
                .put(data));
    }
}
