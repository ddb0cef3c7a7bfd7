package io.stockmate.pipelines.shadow;

/** The other version threw where this one goes on. The message is for people. */
public final class CandidateFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param commandSeq 0 before the first command */
    CandidateFailed(String symbol, long commandSeq, Throwable failure) {
        super("the candidate fails at " + symbol + " commandSeq " + commandSeq + ": " + failure, failure);
    }
}
