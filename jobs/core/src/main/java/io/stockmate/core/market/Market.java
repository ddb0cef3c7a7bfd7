package io.stockmate.core.market;

import io.stockmate.core.book.Book;
import io.stockmate.core.book.LadderBook;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Refused;
import io.stockmate.core.state.HeapPieces;
import io.stockmate.core.state.PieceStore;
import io.stockmate.core.state.UnreadableState;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The market of one symbol: a pure function from its commands to its events. Book, orders, stock, ids and chain are
 * inside; nothing but the command and its cause is looked at.
 *
 * <p>Its state is a set of named pieces: {@code head}, {@code orders/N} (64 commandSeqs each), {@code stock/ACCOUNT},
 * {@code ids/HOUR/N} and {@code booked-ids/HOUR/N}, or {@code ids/HOUR/sealed} and {@code booked-ids/HOUR/sealed}, and
 * {@code trades}. {@link #writeChanges} hands out those that changed, {@link #load} makes a market of all of them. A
 * {@link PieceStore}, the archive, holds what is seldom needed, so that it need not be on the heap:
 * {@code trades/HOUR/N} (64 trades each) and {@code trades/HOUR/orders/N} (orders of theirs that have ended; 64
 * commandSeqs each), where HOUR is the one in which a slice of {@link MarketRules#correctableMs} begins, and
 * {@code ids/HOUR/used/N}, {@code ids/HOUR/ended/N} and the same of {@code booked-ids}, of hours that are sealed (64 to
 * 128 records each, by a hash of their keys). A market reads from it at any time, and writes to it only within
 * {@link #writeChanges}.
 */
public final class Market {
    private final MarketRules rules;
    private final String symbol;
    private final Supplier<? extends Book> books;
    private final PieceStore archive;
    private final IdMemory.OnHeap idsOnHeap;
    private @Nullable MarketState state;
    private @Nullable Desk desk;
    private boolean changed;

    private Market(
            MarketRules rules,
            String symbol,
            PieceStore archive,
            Supplier<? extends Book> books,
            IdMemory.OnHeap idsOnHeap) {
        this.rules = rules;
        this.symbol = symbol;
        this.books = books;
        this.archive = archive;
        this.idsOnHeap = idsOnHeap;
    }

    /** A book of the make that markets have. */
    public static Book emptyBook() {
        return new LadderBook();
    }

    /** A market that no DefineInstrument has made known, with an archive on the heap. */
    public static Market open(MarketRules rules, String symbol) {
        return open(rules, symbol, Market::emptyBook);
    }

    /** The same with a book of another make: every right book gives the same events. */
    public static Market open(MarketRules rules, String symbol, Supplier<? extends Book> books) {
        return new Market(rules, symbol, new HeapPieces(), books, IdMemory.OnHeap.of(symbol));
    }

    /**
     * A market as its pieces hold it; unknown where there are none.
     *
     * @param archive that those pieces were written together with
     * @throws RulesChanged if the pieces were made under other rules
     * @throws UnreadableState if a piece is damaged, or of a version that this program does not know
     */
    public static Market load(
            MarketRules rules, String symbol, Iterable<Map.Entry<String, byte[]>> pieces, PieceStore archive) {
        return load(rules, symbol, pieces, archive, Market::emptyBook);
    }

    /** The same with a book of another make. */
    public static Market load(
            MarketRules rules,
            String symbol,
            Iterable<Map.Entry<String, byte[]>> pieces,
            PieceStore archive,
            Supplier<? extends Book> books) {
        return load(rules, symbol, pieces, archive, books, IdMemory.OnHeap.of(symbol));
    }

    static Market load(
            MarketRules rules,
            String symbol,
            Iterable<Map.Entry<String, byte[]>> pieces,
            PieceStore archive,
            Supplier<? extends Book> books,
            IdMemory.OnHeap idsOnHeap) {
        Market market = new Market(rules, symbol, archive, books, idsOnHeap);
        Map<String, byte[]> all = new TreeMap<>();
        pieces.forEach(piece -> all.put(piece.getKey(), piece.getValue()));
        byte[] headPiece = all.remove(Pieces.HEAD);
        if (headPiece != null) {
            market.restore(headPiece, all);
        } else if (!all.isEmpty()) {
            throw new UnreadableState("market " + symbol + " has pieces and no head");
        }
        return market;
    }

    private void restore(byte[] headPiece, Map<String, byte[]> pieces) {
        Head head = UnreadableState.orThrow(Pieces.HEAD, () -> Pieces.read(Pieces.HEAD, headPiece, Head::read)
                .get(0));
        if (head.rulesHash() != rules.hash()) {
            throw new RulesChanged(symbol);
        }
        MarketState restored = UnreadableState.orThrow("of market " + symbol, () -> restored(head, pieces));
        state = restored;
        desk = new Desk(restored);
    }

    private MarketState restored(Head head, Map<String, byte[]> pieces) {
        Publisher publisher = new Publisher(symbol, head.chain());
        publisher.restore(head.seq(), head.commandSeq(), head.ts(), head.chain());
        MarketState restored = fresh(publisher, head.instrument());
        restored.restore(head);
        Map<Long, NavigableMap<Integer, byte[]>> ids = new TreeMap<>();
        Map<Long, NavigableMap<Integer, byte[]>> bookedIds = new TreeMap<>();
        pieces.forEach((piece, bytes) -> {
            if (piece.startsWith(Pieces.ORDERS)) {
                restored.orders.load(piece, bytes);
            } else if (piece.startsWith(Pieces.STOCK)) {
                restored.stock.load(piece, bytes);
            } else if (piece.startsWith(Pieces.IDS)) {
                restored.ids.load(piece, bytes, ids);
            } else if (piece.startsWith(Pieces.BOOKED_IDS)) {
                restored.bookedIds.load(piece, bytes, bookedIds);
            } else if (piece.equals(Pieces.TRADE_SLICES)) {
                restored.keptTrades.load(piece, bytes);
            } else {
                throw new UnreadableState("market " + symbol + " has a piece of no known kind: " + piece);
            }
        });
        restored.ids.loaded(ids);
        restored.bookedIds.loaded(bookedIds);
        restored.rebuildBook();
        return restored;
    }

    private MarketState fresh(Publisher publisher, DefineInstrument instrument) {
        TradeMemory trades = new TradeMemory(symbol, rules.correctableMs(), archive);
        long bookedMs = Math.max(rules.correctableMs(), IdMemory.REMEMBERED_MS);
        IdMemory ids = new IdMemory(Pieces.IDS, IdMemory.REMEMBERED_MS, archive, idsOnHeap);
        IdMemory bookedIds = new IdMemory(Pieces.BOOKED_IDS, bookedMs, archive, idsOnHeap);
        return new MarketState(publisher, books, instrument, trades, ids, bookedIds);
    }

    /** Whether a DefineInstrument has been accepted. An unknown market keeps nothing of what is applied to it. */
    public boolean isKnown() {
        return state != null;
    }

    /**
     * Applies a command and hands out what happens, in order: at least one event.
     *
     * @param command of this symbol
     */
    public void apply(Command command, Cause cause, EventSink sink) {
        if (!command.symbol().equals(symbol)) {
            throw new IllegalArgumentException(
                    "a command of " + command.symbol() + " does not belong to market " + symbol);
        }
        boolean authorized = Authority.suffices(rules, command);
        if (state == null) {
            Refusal refusal = refusalWhileUnknown(command, authorized);
            if (refusal != null) {
                sink.accept(Outside.answer(command, cause, refusal));
                return;
            }
            state = fresh(new Publisher(symbol, rules.hash()), (DefineInstrument) command.body());
            desk = new Desk(state);
        }
        changed = true;
        knownDesk().apply(command, cause, authorized, sink);
    }

    private static @Nullable Refusal refusalWhileUnknown(Command command, boolean authorized) {
        if (command.body().type() != CommandType.DEFINE_INSTRUMENT) {
            return Refusal.unknownSymbol();
        }
        if (!authorized) {
            return Authority.refusal();
        }
        return command.body() instanceof Refused refused
                ? Refusal.invalid(refused.field())
                : InstrumentChecks.check((DefineInstrument) command.body());
    }

    private Desk knownDesk() {
        if (desk == null) {
            throw new IllegalStateException("market " + symbol + " is not known");
        }
        return desk;
    }

    /** How many commands it has seen since it became known; the last one's number. 0 while unknown. */
    public long commandSeq() {
        return state == null ? 0 : state.publisher.commandSeq();
    }

    /** The seq of the last event. 0 while unknown. */
    public long seq() {
        return state == null ? 0 : state.publisher.seq();
    }

    /** The chain after the last event. 0 while unknown. */
    public long chain() {
        return state == null ? 0 : state.publisher.chainHash();
    }

    /** Book time: the ts of the last command, epoch milliseconds UTC. 0 while unknown. */
    public long ts() {
        return state == null ? 0 : state.publisher.ts();
    }

    /** How many orders work: those that rest, and the stops that wait. */
    public int restingOrders() {
        return state == null ? 0 : state.orders.size();
    }

    /** Hands out the pieces that changed since the last call (or since load), and forgets that they did. */
    public void writeChanges(PieceSink sink) {
        if (state == null || !changed) {
            return;
        }
        sink.put(Pieces.HEAD, Pieces.of(List.of(state.head(rules.hash()))));
        state.orders.writeChanges(sink);
        state.stock.writeChanges(sink);
        state.ids.writeChanges(sink, state::works);
        state.bookedIds.writeChanges(sink, order -> false);
        state.keptTrades.writeChanges(sink);
        state.shrinkBook();
        changed = false;
    }
}
