package io.stockmate.connectors.kinesis.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** Writes aggregated records as the Kinesis Producer Library does. */
public final class Aggregated {
    private Aggregated() {}

    /** @param records as {@code KEY=DATA} */
    public static byte[] of(String... records) {
        List<String> keys = new ArrayList<>();
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        field(2, 2, "12345".getBytes(StandardCharsets.UTF_8), table);
        for (String record : records) {
            String key = record.split("=")[0];
            if (!keys.contains(key)) {
                keys.add(key);
                field(1, 2, key.getBytes(StandardCharsets.UTF_8), table);
            }
            ByteArrayOutputStream inner = new ByteArrayOutputStream();
            inner.write(1 << 3);
            inner.write(keys.indexOf(key));
            inner.write(2 << 3);
            inner.write(0);
            field(3, 2, record.split("=")[1].getBytes(StandardCharsets.UTF_8), inner);
            field(3, 2, inner.toByteArray(), body);
        }
        table.writeBytes(body.toByteArray());
        return sealed(table.toByteArray());
    }

    /** Any bytes between the magic and a checksum that is right. */
    public static byte[] sealed(byte[] message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xF3, (byte) 0x89, (byte) 0x9A, (byte) 0xC2});
        out.writeBytes(message);
        try {
            out.writeBytes(MessageDigest.getInstance("MD5").digest(message));
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
        return out.toByteArray();
    }

    private static void field(int number, int wireType, byte[] content, ByteArrayOutputStream out) {
        out.write(number << 3 | wireType);
        int length = content.length;
        while (length > 127) {
            out.write(length & 127 | 128);
            length >>>= 7;
        }
        out.write(length);
        out.writeBytes(content);
    }
}
