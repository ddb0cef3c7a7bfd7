package io.stockmate.core.market;

import static io.stockmate.core.market.TestOrders.limit;
import static io.stockmate.core.market.TestOrders.units;

import io.stockmate.core.book.Book;
import io.stockmate.core.book.LadderBook;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.CancelOrder;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.CorrectTrade;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.MoveKind;
import io.stockmate.core.message.MoveStock;
import io.stockmate.core.message.ReplaceOrder;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.state.HeapPieces;
import io.stockmate.core.state.PieceStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A market with a clock to be set, which answers with lines. Each command arrives at the time last set. */
final class TestMarket {
    static final String SYMBOL = "SKU-1";
    static final String OPERATOR = "OPS";
    static final long NONE = Absent.NUMBER;
    /** 2026-03-02T10:00:00Z. */
    static final long MORNING = 1_772_445_600_000L;

    static final MarketRules RULES = MarketRules.of(List.of(OPERATOR), MarketRules.CORRECTABLE_MS_DEFAULT);

    final List<Event> events = new ArrayList<>();
    final Map<String, byte[]> pieces = new LinkedHashMap<>();
    final Map<String, byte[]> archived = new LinkedHashMap<>();
    private final PieceStore archive = new HeapPieces(archived);
    private final MarketRules rules;
    private final Supplier<Book> books;
    private final IdMemory.OnHeap idsOnHeap;
    private Market market;
    private Book book;
    private long now = MORNING;
    private long sequenceNumber;

    TestMarket() {
        this(LadderBook::new);
    }

    TestMarket(Supplier<Book> books) {
        this(RULES, books);
    }

    TestMarket(MarketRules rules, Supplier<Book> books) {
        this(rules, books, IdMemory.OnHeap.of(SYMBOL));
    }

    private TestMarket(MarketRules rules, Supplier<Book> books, IdMemory.OnHeap idsOnHeap) {
        this.rules = rules;
        this.idsOnHeap = idsOnHeap;
        this.books = () -> {
            book = books.get();
            return book;
        };
        this.market = Market.load(rules, SYMBOL, List.of(), archive, this.books, idsOnHeap);
    }

    /** Whose snapshots take all ids of hours past off the heap. */
    static TestMarket sealing() {
        return new TestMarket(RULES, LadderBook::new, new IdMemory.OnHeap(0, 0));
    }

    /** One that was loaded elsewhere, at a time. */
    static TestMarket of(Market loaded, long time) {
        TestMarket market = new TestMarket();
        market.market = loaded;
        return market.at(time);
    }

    /** Shares that anyone may sell short, without stock. */
    static TestMarket ofShares() {
        TestMarket market = new TestMarket();
        market.operate(instrument(true, false, 0));
        return market;
    }

    /** Goods of which one must have what one sells. */
    static TestMarket ofGoods(long leadTimeDays) {
        TestMarket market = new TestMarket();
        market.operate(instrument(false, true, leadTimeDays));
        return market;
    }

    /** Tick 0.01, lot 1, at most 1,000,000 an order. */
    static DefineInstrument instrument(boolean allowShort, boolean tracksStock, long leadTimeDays) {
        return new DefineInstrument(
                "A thing",
                null,
                "EUR",
                100,
                1,
                1_000_000,
                leadTimeDays,
                allowShort,
                tracksStock,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE);
    }

    TestMarket at(long time) {
        now = time;
        return this;
    }

    Market market() {
        return market;
    }

    /** Its book. */
    Book book() {
        return book;
    }

    /** Writes the state, as a snapshot does. */
    TestMarket snapshot() {
        market.writeChanges(new PieceSink() {
            @Override
            public void put(String piece, byte[] bytes) {
                pieces.put(piece, bytes);
            }

            @Override
            public void remove(String piece) {
                pieces.remove(piece);
            }
        });
        return this;
    }

    /** Goes on from what the last snapshot wrote. */
    TestMarket restore() {
        market = Market.load(rules, SYMBOL, pieces.entrySet(), archive, books, idsOnHeap);
        return this;
    }

    List<String> operate(CommandBody body) {
        return send(OPERATOR, body);
    }

    List<String> send(String account, CommandBody body) {
        return apply(new Command(SYMBOL, account, NONE, body));
    }

    List<String> apply(Command command) {
        List<String> lines = new ArrayList<>();
        sequenceNumber++;
        market.apply(command, new Cause("shard-0", Long.toString(sequenceNumber), 0, now), event -> {
            events.add(event);
            lines.add(EventLine.of(event));
        });
        return lines;
    }

    List<String> buy(String account, String id, long quantity, String price) {
        return send(account, limit(id, Side.BUY, quantity, price, TimeInForce.GTC));
    }

    List<String> sell(String account, String id, long quantity, String price) {
        return send(account, limit(id, Side.SELL, quantity, price, TimeInForce.GTC));
    }

    List<String> cancel(String account, String id, String origId) {
        return send(account, new CancelOrder(id, origId));
    }

    List<String> replace(String account, String id, String origId, long orderQty, String price) {
        return send(
                account,
                new ReplaceOrder(id, origId, orderQty, price.isEmpty() ? NONE : units(price), NONE, NONE, NONE));
    }

    List<String> bust(long trade) {
        return correct(trade, "", NONE);
    }

    /** As the operator; an empty price is absent. */
    List<String> correct(long trade, String price, long qty) {
        return operate(
                new CorrectTrade(SYMBOL + "-T-" + trade, "fat finger", price.isEmpty() ? NONE : units(price), qty));
    }

    /** The last ExecutionReport that an account got. */
    ExecutionReport lastReport(String account) {
        return last(report -> report.account().equals(account));
    }

    /** The last ExecutionReport under an id. */
    ExecutionReport lastReportOf(String clOrdId) {
        return last(report -> report.clOrdId().equals(clOrdId));
    }

    private ExecutionReport last(Predicate<ExecutionReport> wanted) {
        return reports().filter(wanted).reduce((first, second) -> second).orElseThrow();
    }

    /** The orders that a request cancelled, by their own ids. */
    List<String> canceled(String request) {
        return reports()
                .filter(report -> report.execType() == ExecType.CANCELED
                        && report.clOrdId().equals(request))
                .map(ExecutionReport::origClOrdId)
                .toList();
    }

    private Stream<ExecutionReport> reports() {
        return events.stream()
                .map(Event::body)
                .filter(ExecutionReport.class::isInstance)
                .map(ExecutionReport.class::cast);
    }

    List<String> receive(String account, String id, long quantity) {
        return move(account, id, MoveKind.RECEIPT, quantity, null);
    }

    List<String> move(String account, String id, MoveKind kind, long quantity, String ref) {
        return send(account, new MoveStock(id, kind, quantity, ref, null, NONE));
    }
}
