package io.stockmate.pipelines.reconcile;

import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Event;

/** How places are called in findings. */
final class Places {
    private Places() {}

    /** {@code seq N}; outside a chain the execId, which has the place of the record in it. */
    static String of(Event event) {
        return event.seq() == 0 ? "execId " + event.header().execId() : seq(event.seq());
    }

    static String seq(long seq) {
        return "seq " + seq;
    }

    static String commandSeq(long commandSeq) {
        return "commandSeq " + commandSeq;
    }

    static String of(Cause cause) {
        return "record " + key(cause);
    }

    /** A cause as a whole, the time of arrival in epoch milliseconds. */
    static String arrival(Cause cause) {
        return key(cause) + " arrivedAt " + cause.arrivedAt();
    }

    /** Equal for the same place in the stream. */
    static String key(Cause cause) {
        return cause.shardId() + "/" + cause.sequenceNumber() + "/" + cause.subSequence();
    }
}
