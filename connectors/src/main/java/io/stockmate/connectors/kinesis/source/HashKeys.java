package io.stockmate.connectors.kinesis.source;

import java.math.BigInteger;
import software.amazon.awssdk.services.kinesis.model.HashKeyRange;

/** The hash keys of a shard, both ends included. */
public record HashKeys(BigInteger start, BigInteger end) {
    public static HashKeys of(HashKeyRange range) {
        return new HashKeys(new BigInteger(range.startingHashKey()), new BigInteger(range.endingHashKey()));
    }

    boolean contains(BigInteger hashKey) {
        return start.compareTo(hashKey) <= 0 && hashKey.compareTo(end) <= 0;
    }
}
