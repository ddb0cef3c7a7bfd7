package io.stockmate.connectors.kinesis.source;

import java.math.BigInteger;

/** The hash keys of a shard, both ends included. */
public record HashKeys(BigInteger start, BigInteger end) {

    boolean contains(BigInteger hashKey) {
        return start.compareTo(hashKey) <= 0 && hashKey.compareTo(end) <= 0;
    }
}
