package io.stockmate.pipelines.shadow;

import io.stockmate.core.message.Cause;

/** The other version threw where this one goes on. The message is for people. */
final class CandidateFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    CandidateFailed(String symbol, Cause record, Throwable failure) {
        super(
                "the candidate fails at " + symbol + ", record " + record.shardId() + "/" + record.sequenceNumber()
                        + "/" + record.subSequence() + ": " + failure,
                failure);
    }
}
