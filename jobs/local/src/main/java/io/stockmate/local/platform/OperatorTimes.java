package io.stockmate.local.platform;

/** How long commands stayed in an operator, in nanoseconds. */
public record OperatorTimes(long p50Ns, long p99Ns, long maxNs) {
    static final OperatorTimes NONE = new OperatorTimes(0, 0, 0);

    OperatorTimes orSlower(OperatorTimes other) {
        return new OperatorTimes(
                Math.max(p50Ns, other.p50Ns), Math.max(p99Ns, other.p99Ns), Math.max(maxNs, other.maxNs));
    }
}
