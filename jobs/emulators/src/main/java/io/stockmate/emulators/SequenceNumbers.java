package io.stockmate.emulators;

import java.math.BigInteger;

/**
 * The sequence numbers of one shard: decimal strings of 56 digits, laid out like those of AWS (186 bits, the highest
 * set), so that libraries which look inside find what they expect:
 *
 * <pre>
 * bit 185        1
 * bits 141..184  when the shard was opened, epoch milliseconds
 * bits 36..99    the record's place in the shard, from 1; 0 is the shard's start
 * bits 4..35     the shard's number
 * bits 0..3      2, the version of the layout
 * </pre>
 *
 * They are a function of the record's place, hence the same after a restart, ascend within a shard, and a child's are
 * greater than its parents'.
 */
final class SequenceNumbers {
    private static final int PLACE_SHIFT = 36;
    private static final int PLACE_BITS = 63;

    private final String shardId;
    private final BigInteger base;

    SequenceNumbers(ShardDescription shard) {
        shardId = shard.id();
        base = BigInteger.ONE
                .shiftLeft(185)
                .or(BigInteger.valueOf(shard.openedAt()).shiftLeft(141))
                .or(BigInteger.valueOf(shard.number()).shiftLeft(4))
                .or(BigInteger.TWO);
    }

    /** Lies before every record. */
    String start() {
        return base.toString();
    }

    /** @param position of the record in its shard, from 0 */
    String of(long position) {
        return base.add(BigInteger.valueOf(position + 1).shiftLeft(PLACE_SHIFT)).toString();
    }

    /**
     * @return the record's position, -1 for the start of the shard
     * @throws ApiException when the number is none of this shard's
     */
    long position(String sequenceNumber) {
        if (!sequenceNumber.matches("[1-9][0-9]{0,128}")) {
            throw foreign(sequenceNumber);
        }
        BigInteger rest = new BigInteger(sequenceNumber).subtract(base);
        BigInteger place = rest.shiftRight(PLACE_SHIFT);
        if (rest.signum() < 0
                || place.bitLength() > PLACE_BITS
                || !place.shiftLeft(PLACE_SHIFT).equals(rest)) {
            throw foreign(sequenceNumber);
        }
        return place.longValue() - 1;
    }

    private ApiException foreign(String sequenceNumber) {
        return ApiException.invalidArgument(
                "Sequence number " + sequenceNumber + " did not come from " + shardId + ".");
    }
}
