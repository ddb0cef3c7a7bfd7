package io.stockmate.pipelines.mirror;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.connectors.wire.Decoded;
import io.stockmate.connectors.wire.Recorded;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.LogEntry;
import io.stockmate.lake.LakeReader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Mirrors the commands of a share of the symbols, of each in its order from the one that defined it on: first from the
 * lake that holds its past, then as records of the stream come. What lies at or before a symbol's place has been
 * mirrored and is passed by, so the stream may overlap with the lake, and both with what an earlier mirror did. Neither
 * dead letters nor commands of symbols that nobody has defined are mirrored; they have no part in a chain.
 *
 * <p>For one thread.
 */
public final class Mirror {
    private static final int BATCH_BYTES = 1 << 20;

    /** Commands that are asked of the lake at once. */
    private static final long SLICE = 50_000;

    private final MarketRules rules;
    private final Outlet outlet;
    private final CommandCodec codec = new CommandCodec();
    private final Map<String, Place> places = new TreeMap<>();
    private final Map<String, List<byte[]>> waiting = new LinkedHashMap<>();
    private SymbolShare share;
    private int waitingBytes;
    private long refilled;
    private long followed;

    /** Takes mirrored records. */
    public interface Outlet {
        /** Puts records of each symbol in their order, behind those of earlier calls. */
        void put(Map<String, List<byte[]>> bySymbol) throws InterruptedException;
    }

    /**
     * How far a symbol has been mirrored.
     *
     * @param commandSeq as far as the lake told
     */
    private record Place(long commandSeq, BigInteger sequenceNumber, long subSequence) {
        static final Place NONE = new Place(0, BigInteger.ZERO, -1);

        static Place of(long commandSeq, Cause cause) {
            return new Place(commandSeq, new BigInteger(cause.sequenceNumber()), cause.subSequence());
        }

        boolean isBehind(Place other) {
            int order = sequenceNumber.compareTo(other.sequenceNumber);
            return order > 0 || order == 0 && subSequence > other.subSequence;
        }
    }

    /** @param rules those of the market: whose definitions count */
    public Mirror(MarketRules rules, SymbolShare share, Outlet outlet) {
        this.rules = rules;
        this.share = share;
        this.outlet = outlet;
    }

    /** Mirrors other symbols from now on: those that come new begin with the next refill. */
    public void share(SymbolShare other) {
        share = other;
    }

    /** Takes over how far an earlier mirror came: what the other market's lake holds. */
    public void goOnBehind(LakeReader mirrored) {
        mirrored.ends(end -> places.put(end.symbol(), Place.of(end.commandSeq(), end.cause())));
    }

    /**
     * Mirrors what a lake holds of the share's symbols and has not been mirrored. Where the lake has a hole, as it may
     * for a moment between the files of two days, the symbol's rest is left to the stream.
     *
     * @return the names of the symbols that the lake gave something of
     */
    public List<String> refill(LakeReader lake) throws InterruptedException {
        Map<String, Long> ends = new TreeMap<>();
        lake.ends(end -> {
            if (share.takes(end.symbol())) {
                ends.put(end.symbol(), end.commandSeq());
            }
        });
        List<String> symbols = new ArrayList<>();
        for (Map.Entry<String, Long> end : ends.entrySet()) {
            if (refill(end.getKey(), end.getValue(), lake)) {
                symbols.add(end.getKey());
            }
        }
        flush();
        return symbols;
    }

    private boolean refill(String symbol, long end, LakeReader lake) throws InterruptedException {
        long before = refilled;
        long first = places.getOrDefault(symbol, Place.NONE).commandSeq() + 1;
        boolean whole = true;
        while (whole && first <= end) {
            long last = Math.min(end, first + SLICE - 1);
            lake.chain(symbol, first, last, this::takeNext);
            flushIfFull();
            whole = places.getOrDefault(symbol, Place.NONE).commandSeq() == last;
            first = last + 1;
        }
        return refilled > before;
    }

    /** Takes the command that follows the symbol's place; none that comes again, and none behind a hole. */
    private void takeNext(LogEntry entry) {
        Place before = places.getOrDefault(entry.symbol(), Place.NONE);
        if (entry.commandSeq() == before.commandSeq() + 1) {
            Place place = Place.of(entry.commandSeq(), entry.cause());
            ArrivedRecord record = new ArrivedRecord(entry.cause(), entry.partitionKey(), entry.data());
            if (place.isBehind(before)) {
                take(entry.symbol(), place, record);
                refilled++;
            } else {
                places.put(
                        entry.symbol(), new Place(place.commandSeq(), before.sequenceNumber(), before.subSequence()));
            }
        }
    }

    /** Mirrors what came in the stream. What an outlet that fails has not taken is sent with the next call. */
    public void follow(List<ArrivedRecord> records) throws InterruptedException {
        for (ArrivedRecord record : records) {
            if (share.takes(record.partitionKey()) && codec.decode(record) instanceof Decoded.Understood understood) {
                follow(understood.command(), record);
            }
        }
        flush();
    }

    private void follow(Command command, ArrivedRecord record) {
        Place before = places.get(command.symbol());
        if (before == null) {
            if (!defines(command)) {
                return;
            }
            before = Place.NONE;
        }
        Place place = Place.of(before.commandSeq(), record.cause());
        if (place.isBehind(before)) {
            take(command.symbol(), place, record);
            followed++;
        }
    }

    private boolean defines(Command command) {
        return command.body() instanceof DefineInstrument && rules.operators().contains(command.account());
    }

    private void take(String symbol, Place place, ArrivedRecord record) {
        places.put(symbol, place);
        byte[] stamped = Recorded.stamp(record);
        waiting.computeIfAbsent(symbol, first -> new ArrayList<>()).add(stamped);
        waitingBytes += stamped.length;
    }

    private void flushIfFull() throws InterruptedException {
        if (waitingBytes >= BATCH_BYTES) {
            flush();
        }
    }

    private void flush() throws InterruptedException {
        if (!waiting.isEmpty()) {
            outlet.put(waiting);
            waiting.clear();
            waitingBytes = 0;
        }
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
