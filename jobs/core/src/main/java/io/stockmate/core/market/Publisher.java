package io.stockmate.core.market;

import io.stockmate.core.chain.Chain;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventHeader;
import org.jspecify.annotations.Nullable;

/** Numbers, chains and hands out the events of a symbol, one command after another. */
final class Publisher {
    private final Chain chain = new Chain();
    private final String symbol;
    private long seq;
    private long commandSeq;
    private long ts;
    private long chainHash;
    private @Nullable Cause cause;
    private @Nullable EventSink sink;

    Publisher(String symbol, long chainStart) {
        this.symbol = symbol;
        this.chainHash = chainStart;
    }

    void restore(long seq, long commandSeq, long ts, long chainHash) {
        this.seq = seq;
        this.commandSeq = commandSeq;
        this.ts = ts;
        this.chainHash = chainHash;
    }

    /** Counts a command and moves book time on. What is published until the next call answers it. */
    void begin(Cause cause, EventSink sink) {
        this.cause = cause;
        this.sink = sink;
        commandSeq++;
        ts = Math.max(ts, cause.arrivedAt());
    }

    void publish(EventBody body) {
        if (cause == null || sink == null) {
            throw new IllegalStateException("nothing is published before a command");
        }
        seq++;
        EventHeader header = new EventHeader(symbol, seq, commandSeq, null, ts);
        chainHash = chain.next(chainHash, header, body);
        sink.accept(new Event(header, chainHash, cause, body));
    }

    /** Ends a command: nothing given to {@link #begin} is kept. */
    void end() {
        cause = null;
        sink = null;
    }

    String symbol() {
        return symbol;
    }

    long seq() {
        return seq;
    }

    long commandSeq() {
        return commandSeq;
    }

    long ts() {
        return ts;
    }

    long chainHash() {
        return chainHash;
    }

    /** The derived id of the n-th event. */
    String execId(long n) {
        return symbol + "-" + n;
    }

    /** The derived id of the order that was accepted, or refused, by the n-th command. */
    String orderId(long entry) {
        return symbol + "-" + entry;
    }
}
