package io.stockmate.connectors.kinesis.source;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;

/** Tells whether partition keys belong to a shard: whether their MD5 does. For one thread. */
final class KeyCheck {
    private static final int REMEMBERED_MAX = 10_000;

    private final HashKeys hashKeys;
    private final MessageDigest md5;
    private final Map<String, Boolean> remembered = new HashMap<>();

    KeyCheck(HashKeys hashKeys) {
        this.hashKeys = hashKeys;
        try {
            md5 = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has MD5", missing);
        }
    }

    boolean belongs(String partitionKey) {
        Boolean known = remembered.get(partitionKey);
        if (known == null) {
            if (remembered.size() == REMEMBERED_MAX) {
                remembered.clear();
            }
            byte[] hash = md5.digest(partitionKey.getBytes(StandardCharsets.UTF_8));
            known = hashKeys.contains(new BigInteger(1, hash));
            remembered.put(partitionKey, known);
        }
        return known;
    }
}
