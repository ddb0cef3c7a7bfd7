package io.stockmate.emulators;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The hash keys that belong to a shard, both ends included. A record's hash key is its ExplicitHashKey, else the MD5 of
 * its partition key, read as an unsigned 128-bit number.
 */
record HashRange(BigInteger start, BigInteger end) {
    private static final BigInteger KEYS = BigInteger.ONE.shiftLeft(128);

    /** All keys in {@code count} ranges, as even as can be, the remainder in the last. */
    static List<HashRange> split(int count) {
        BigInteger width = KEYS.divide(BigInteger.valueOf(count));
        List<HashRange> ranges = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            BigInteger start = width.multiply(BigInteger.valueOf(i));
            BigInteger end = i == count - 1 ? KEYS : start.add(width);
            ranges.add(new HashRange(start, end.subtract(BigInteger.ONE)));
        }
        return ranges;
    }

    static BigInteger hashKey(String partitionKey) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            return new BigInteger(1, md5.digest(partitionKey.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has MD5", impossible);
        }
    }

    static BigInteger explicit(String hashKey) {
        if (!hashKey.matches("0|[1-9][0-9]{0,38}") || new BigInteger(hashKey).compareTo(KEYS) >= 0) {
            throw ApiException.invalidArgument(
                    "ExplicitHashKey " + hashKey + " is not a whole number from 0 to 2^128 - 1.");
        }
        return new BigInteger(hashKey);
    }
}
