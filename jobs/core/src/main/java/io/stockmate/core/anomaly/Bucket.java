package io.stockmate.core.anomaly;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.TopOfBook;
import io.stockmate.core.message.Trade;
import java.io.IOException;

/**
 * What happened to a symbol between two ticks: from the event after the one that opened the bucket up to the first tick
 * at or after its end. Ends are multiples of the bucket's length since 1970.
 */
final class Bucket {
    private long openSeq;
    private long openTs;
    private long lengthMs;
    private long lengthBeforeMs;

    private long volume;
    private long orders;
    private long openPx = Absent.NUMBER;
    private long closePx = Absent.NUMBER;
    private long closeSeq;
    private long closeTs;
    private boolean traded;
    private long bidPx = Absent.NUMBER;
    private long askPx = Absent.NUMBER;
    private long topSeq;
    private long topTs;

    void trade(Moment now, Trade trade) {
        volume = Math.min(Amounts.MAX, volume + trade.qty());
        closePx = trade.price();
        closeSeq = now.seq();
        closeTs = now.ts();
        traded = true;
    }

    void report(ExecutionReport report) {
        orders += report.execType() == ExecType.NEW ? 1 : 0;
    }

    void top(Moment now, TopOfBook top) {
        bidPx = top.bidPx();
        askPx = top.askPx();
        topSeq = now.seq();
        topTs = now.ts();
    }

    boolean isOpen() {
        return openSeq > 0;
    }

    /** Whether this tick closes it. */
    boolean endsBy(long ts, long bucketMs) {
        return isOpen() && ts >= (openTs / bucketMs + 1) * bucketMs;
    }

    /** Says how long it was, which is known only now. */
    void close(long ts) {
        lengthMs = ts - openTs;
    }

    /** Whether it says nothing, because the clock stood still: it was more than twice as long as the one before. */
    boolean isStretched() {
        return lengthBeforeMs > 0 && lengthMs > 2 * lengthBeforeMs;
    }

    /** Begins the next one with the tick that closed this. */
    void open(Moment now) {
        lengthBeforeMs = lengthMs;
        openSeq = now.seq();
        openTs = now.ts();
        volume = 0;
        orders = 0;
        openPx = closePx;
        traded = false;
    }

    /** The first event that counts. */
    long firstSeq() {
        return openSeq + 1;
    }

    /** Book time of the tick before that. */
    long openTs() {
        return openTs;
    }

    long lengthMs() {
        return lengthMs;
    }

    /** Pieces traded. */
    long volume() {
        return volume;
    }

    /** Orders accepted. */
    long orders() {
        return orders;
    }

    boolean traded() {
        return traded;
    }

    /** The last price before the bucket; absent where there was none. */
    long openPx() {
        return openPx;
    }

    /** The last price so far. */
    long closePx() {
        return closePx;
    }

    long closeSeq() {
        return closeSeq;
    }

    long closeTs() {
        return closeTs;
    }

    /** Absent where the book had no bid. */
    long bidPx() {
        return bidPx;
    }

    long askPx() {
        return askPx;
    }

    /** The event that told of the top of the book as it is now; 0 before the first. */
    long topSeq() {
        return topSeq;
    }

    long topTs() {
        return topTs;
    }

    void write(StateOut out) throws IOException {
        for (long number :
                new long[] {openSeq, openTs, lengthMs, lengthBeforeMs, volume, orders, closeSeq, closeTs, topSeq, topTs
                }) {
            out.number(number);
        }
        for (long price : new long[] {openPx, closePx, bidPx, askPx}) {
            out.number(Absent.is(price) ? -1 : price);
        }
        out.flag(traded);
    }

    void read(StateIn in) throws IOException {
        openSeq = in.number();
        openTs = in.number();
        lengthMs = in.number();
        lengthBeforeMs = in.number();
        volume = in.number();
        orders = in.number();
        closeSeq = in.number();
        closeTs = in.number();
        topSeq = in.number();
        topTs = in.number();
        openPx = price(in.number());
        closePx = price(in.number());
        bidPx = price(in.number());
        askPx = price(in.number());
        traded = in.flag();
    }

    private static long price(long number) {
        return number < 0 ? Absent.NUMBER : number;
    }
}
