package io.stockmate.core.demand.daily;

import io.stockmate.core.state.Days;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a symbol remembers whatever the account: a small piece, read with every event that matters. */
final class Head {
    static final String NAME = "head";
    private static final int VERSION = 4;

    /** The day on which the symbol was first heard of: known in part only, so it is not taken for a day's demand. */
    long firstDay;

    /** The newest day that takes no more facts. */
    long closedDay;

    long lotSize = 1;
    long orderQtyMax = Long.MAX_VALUE;
    String category = "";

    /** Where stock is tracked, an account of which no stock was heard has none. */
    boolean tracksStock;

    /** Accounts with a stock policy, at most {@link SymbolDemand#PLANNERS_MAX}. */
    final TreeSet<String> planned = new TreeSet<>();

    /** How many accounts that sell or plan have nothing on hand. */
    long soldOut;

    /** How many of those that plan. */
    long soldOutPlanned;

    private final TreeMap<Long, Bucket> open = new TreeMap<>();

    Head(long day) {
        firstDay = day;
        closedDay = day - 1;
    }

    /**
     * Whether what a buyer did not get may be for want of goods: those that plan have a say, or all where none does.
     */
    boolean anySoldOut() {
        return (planned.isEmpty() ? soldOut : soldOutPlanned) > 0;
    }

    /** Shares are planned by nobody, unless a policy says so. */
    boolean mayPlan(String account) {
        return tracksStock || planned.contains(account);
    }

    /** The day of {@code ts}, or null where it is closed. */
    @Nullable
    Bucket bucket(long ts) {
        long day = Days.of(ts);
        return day <= closedDay ? null : open.computeIfAbsent(day, Bucket::new);
    }

    /** The last day up to {@code ts} on which the market ran, where it is open, or else that of {@code later}. */
    @Nullable
    Bucket bucket(long ts, long later) {
        Map.Entry<Long, Bucket> last = open.floorEntry(Days.of(ts));
        return last == null ? bucket(later) : last.getValue();
    }

    /** Closes a day; null where the market did not run on it. */
    @Nullable
    Bucket close(long day) {
        closedDay = day;
        return open.remove(day);
    }

    /** The day of a trade by its number, which grows with time; {@code otherwise} where it is closed. */
    long dayOfTrade(long number, long otherwise) {
        long found = otherwise;
        for (Bucket bucket : open.values()) {
            if (bucket.firstTrade > 0 && bucket.firstTrade <= number) {
                found = bucket.day;
            }
        }
        return found;
    }

    byte[] toBytes() {
        PieceWriter out = new PieceWriter(VERSION)
                .number(firstDay)
                .number(closedDay)
                .number(lotSize)
                .number(orderQtyMax)
                .text(category)
                .number(tracksStock ? 1 : 0);
        names(out, planned);
        out.number(soldOut).number(soldOutPlanned).number(open.size());
        open.values().forEach(bucket -> bucket.write(out));
        return out.toBytes();
    }

    /** @throws io.stockmate.core.state.UnreadableState where the bytes are none of {@link #toBytes} */
    static Head read(byte[] piece) {
        return PieceReader.read(piece, VERSION, VERSION, Head::read);
    }

    private static Head read(PieceReader in) {
        Head head = new Head(in.number());
        head.closedDay = in.number();
        head.lotSize = in.number();
        head.orderQtyMax = in.number();
        head.category = in.text();
        head.tracksStock = in.number() != 0;
        names(in, head.planned);
        head.soldOut = in.number();
        head.soldOutPlanned = in.number();
        for (long left = in.number(); left > 0; left--) {
            Bucket bucket = Bucket.read(in);
            head.open.put(bucket.day, bucket);
        }
        return head;
    }

    private static void names(PieceWriter out, TreeSet<String> names) {
        out.number(names.size());
        names.forEach(out::text);
    }

    private static void names(PieceReader in, TreeSet<String> names) {
        for (long left = in.number(); left > 0; left--) {
            names.add(in.text());
        }
    }

    Map<Long, Bucket> open() {
        return open;
    }
}
