package io.stockmate.pipelines.mirror;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.connectors.wire.Decoded;
import io.stockmate.connectors.wire.Recorded;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.LogEntry;
import io.stockmate.lake.LakeReader;
import io.stockmate.lake.LogSelection;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Mirrors the commands of a share of the symbols, of each in its order: first from the lake that holds its past, then as
 * records of the stream come. What lies at or before a symbol's place has been mirrored and is passed by, so the stream
 * may overlap with the lake, and both with what an earlier mirror did. Dead letters are not mirrored.
 *
 * <p>After a failure of the outlet the same is sent again, in its order: repeats are the other side's to drop. For one
 * thread.
 */
public final class Mirror {
    private static final int BATCH_BYTES = 1 << 20;

    private final Outlet outlet;
    private final CommandCodec codec = new CommandCodec();
    private final Map<String, Place> places = new TreeMap<>();
    private final Map<String, List<byte[]>> waiting = new LinkedHashMap<>();
    private int waitingBytes;
    private SymbolShare share;
    private long refilled;
    private long followed;

    /** Takes mirrored records. */
    public interface Outlet {
        /** Puts records of each symbol in their order, behind those of earlier calls. */
        void put(Map<String, List<byte[]>> bySymbol) throws InterruptedException;
    }

    /** A place in a stream. */
    private record Place(BigInteger sequenceNumber, long subSequence) {
        static Place of(Cause cause) {
            return new Place(new BigInteger(cause.sequenceNumber()), cause.subSequence());
        }

        boolean isBehind(Place other) {
            int order = sequenceNumber.compareTo(other.sequenceNumber);
            return order > 0 || order == 0 && subSequence > other.subSequence;
        }
    }

    public Mirror(SymbolShare share, Outlet outlet) {
        this.share = share;
        this.outlet = outlet;
    }

    /** Mirrors other symbols from now on: those that come new begin with the next refill. */
    public void share(SymbolShare other) {
        share = other;
    }

    /** Takes over how far an earlier mirror came: what the other market's lake holds. */
    public void goOnBehind(LakeReader mirrored) {
        mirrored.newestOfEachSymbol(entry -> places.put(entry.symbol(), Place.of(entry.cause())));
    }

    /**
     * Mirrors what a lake holds of the share's symbols.
     *
     * @return the names of those that are known; commands for unknown ones are mirrored with them
     */
    public List<String> refill(LakeReader lake) throws InterruptedException {
        List<String> symbols = new ArrayList<>();
        List<String> known = new ArrayList<>();
        lake.newestOfEachSymbol(entry -> {
            if (share.takes(entry.symbol())) {
                symbols.add(entry.symbol());
                if (entry.commandSeq() > 0) {
                    known.add(entry.symbol());
                }
            }
        });
        for (String symbol : symbols) {
            lake.log(new LogSelection(symbol, Long.MAX_VALUE), this::refill);
        }
        flush();
        return known;
    }

    private void refill(LogEntry entry) {
        if (take(entry.symbol(), new ArrivedRecord(entry.cause(), entry.partitionKey(), entry.data()))) {
            refilled++;
        }
        try {
            flushIfFull();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + entry.symbol() + " was refilled", interrupted);
        }
    }

    /** Mirrors what came in the stream. */
    public void follow(List<ArrivedRecord> records) throws InterruptedException {
        for (ArrivedRecord record : records) {
            if (codec.decode(record) instanceof Decoded.Understood understood
                    && share.takes(understood.command().symbol())
                    && take(understood.command().symbol(), record)) {
                followed++;
            }
            flushIfFull();
        }
        flush();
    }

    /** Sends what an outlet that failed has not taken. */
    public void flush() throws InterruptedException {
        if (!waiting.isEmpty()) {
            outlet.put(waiting);
            waiting.clear();
            waitingBytes = 0;
        }
    }

    private void flushIfFull() throws InterruptedException {
        if (waitingBytes >= BATCH_BYTES) {
            flush();
        }
    }

    private boolean take(String symbol, ArrivedRecord record) {
        Place place = Place.of(record.cause());
        Place before = places.get(symbol);
        if (before != null && !place.isBehind(before)) {
            return false;
        }
        places.put(symbol, place);
        byte[] stamped = Recorded.stamp(record);
        waiting.computeIfAbsent(symbol, first -> new ArrayList<>()).add(stamped);
        waitingBytes += stamped.length;
        return true;
    }

    /** Commands that came from the lake. */
    public long refilled() {
        return refilled;
    }

    /** Commands that came from the stream. */
    public long followed() {
        return followed;
    }
}
