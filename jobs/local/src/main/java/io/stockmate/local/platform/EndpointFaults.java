package io.stockmate.local.platform;

import io.stockmate.emulators.Fault;
import io.stockmate.emulators.FaultPlan;
import java.util.Set;

/** Faults that the endpoints of one platform make on purpose. */
public final class EndpointFaults {
    static final EndpointFaults NONE = new EndpointFaults(FaultPlan.none(), FaultPlan.none());

    private final FaultPlan kinesis;
    private final FaultPlan firehose;

    private EndpointFaults(FaultPlan kinesis, FaultPlan firehose) {
        this.kinesis = kinesis;
        this.firehose = firehose;
    }

    /**
     * Of all kinds.
     *
     * @param share of the requests that have one, from 0 to 1
     */
    public static EndpointFaults of(long seed, double share) {
        return share == 0
                ? NONE
                : new EndpointFaults(
                        FaultPlan.of(seed, share, Set.of(Fault.values())),
                        FaultPlan.of(~seed, share, Set.of(Fault.values())));
    }

    FaultPlan kinesis() {
        return kinesis;
    }

    FaultPlan firehose() {
        return firehose;
    }

    /** How many there were. */
    public long made() {
        return made(kinesis) + made(firehose);
    }

    private static long made(FaultPlan plan) {
        return plan.made().values().stream().mapToLong(Long::longValue).sum();
    }
}
