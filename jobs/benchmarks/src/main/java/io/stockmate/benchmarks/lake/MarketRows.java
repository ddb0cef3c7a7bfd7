package io.stockmate.benchmarks.lake;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Category;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.LogEntry;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.message.TopOfBook;
import io.stockmate.core.message.Trade;
import io.stockmate.lake.LakeRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;

/**
 * Rows as a market of many symbols writes them, in the order in which they come: each order is a row of the log, an
 * acceptance and a best price, and every second one trades at once. Prices walk, and few symbols have most of the
 * trade.
 */
final class MarketRows {
    private static final int SYMBOLS = 500;
    private static final int ACCOUNTS = 1_000;
    static final long OPENS_AT = 1_772_582_400_000L;
    private static final long TICK = 100;
    private static final long ORDERS_PER_SECOND = 7_300;

    private final SplittableRandom random = new SplittableRandom(7);
    private final Deque<LakeRow> due = new ArrayDeque<>();
    private final long[] seqs = new long[SYMBOLS];
    private final long[] commandSeqs = new long[SYMBOLS];
    private final long[] trades = new long[SYMBOLS];
    private final long[] prices = new long[SYMBOLS];
    private final long spanOrders;
    private final long spanMillis;
    private long orders;

    MarketRows() {
        this(ORDERS_PER_SECOND, 1_000);
    }

    /** With so many orders in so many milliseconds, evenly. */
    MarketRows(long spanOrders, long spanMillis) {
        this.spanOrders = spanOrders;
        this.spanMillis = spanMillis;
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            prices[symbol] = (100 + random.nextInt(9_900)) * TICK;
        }
    }

    LakeRow next() {
        while (due.isEmpty()) {
            order();
        }
        return due.remove();
    }

    /** A trade, and nothing of what goes with it. */
    LakeRow nextTrade() {
        int symbol = symbol();
        seqs[symbol] += 2 + random.nextInt(6);
        commandSeqs[symbol] += 1 + random.nextInt(3);
        orders++;
        return trade(symbol, side());
    }

    private void order() {
        int symbol = symbol();
        commandSeqs[symbol]++;
        orders++;
        long qty = 1 + random.nextInt(20) * 5L;
        Side side = side();
        boolean trades = random.nextBoolean();
        due.add(log(symbol, side, qty));
        due.add(report(symbol, side, qty, ExecType.NEW, 0));
        if (trades) {
            due.add(trade(symbol, side));
            due.add(report(symbol, side, qty, ExecType.TRADE, qty));
            due.add(report(symbol, side.opposite(), qty, ExecType.TRADE, qty));
        }
        long price = prices[symbol];
        due.add(row(symbol, new TopOfBook(price - TICK, qty, price + TICK, 2 * qty)));
    }

    private LakeRow log(int symbol, Side side, long qty) {
        String name = name(symbol);
        String json = "{\"type\":\"NewOrder\",\"symbol\":\"" + name + "\",\"account\":\"" + account()
                + "\",\"clOrdId\":\"c-" + orders + "\",\"side\":\"" + side + "\",\"ordType\":\"LIMIT\",\"orderQty\":"
                + qty
                + ",\"price\":\"" + prices[symbol] / 10_000 + "." + prices[symbol] % 10_000 / TICK
                + "\",\"timeInForce\":\"DAY\"}";
        LogEntry entry = new LogEntry(commandSeqs[symbol], cause(), name, name, json.getBytes(StandardCharsets.UTF_8));
        return new LakeRow.OfCommand(entry, time());
    }

    private LakeRow report(int symbol, Side side, long qty, ExecType type, long cumQty) {
        boolean traded = type == ExecType.TRADE;
        long absent = Absent.NUMBER;
        return row(
                symbol,
                new ExecutionReport(
                        account(),
                        "c-" + orders,
                        null,
                        name(symbol) + "-" + commandSeqs[symbol],
                        type,
                        traded ? OrdStatus.FILLED : OrdStatus.NEW,
                        side,
                        OrdType.LIMIT,
                        qty,
                        prices[symbol],
                        absent,
                        absent,
                        absent,
                        TimeInForce.DAY,
                        absent,
                        traded ? qty : 0,
                        traded ? prices[symbol] : 0,
                        cumQty,
                        qty - cumQty,
                        traded ? prices[symbol] : absent,
                        null,
                        null,
                        null,
                        traded ? Category.match : null,
                        null));
    }

    private LakeRow trade(int symbol, Side aggressor) {
        prices[symbol] = Math.max(TICK, prices[symbol] + (random.nextInt(5) - 2) * TICK);
        String name = name(symbol);
        long taker = commandSeqs[symbol];
        long maker = Math.max(1, taker - 1 - random.nextInt(200));
        boolean buys = aggressor == Side.BUY;
        return row(
                symbol,
                new Trade(
                        name + "-T-" + ++trades[symbol],
                        prices[symbol],
                        1 + random.nextInt(20) * 5L,
                        name + "-" + (buys ? taker : maker),
                        name + "-" + (buys ? maker : taker),
                        account(),
                        account(),
                        aggressor,
                        "EUR",
                        Absent.NUMBER));
    }

    private LakeRow row(int symbol, EventBody body) {
        long seq = ++seqs[symbol];
        String name = name(symbol);
        EventHeader header = new EventHeader(name, seq, commandSeqs[symbol], name + "-" + seq, time());
        return new LakeRow.OfEvent(new Event(header, random.nextLong(), cause(), body));
    }

    private Cause cause() {
        return new Cause(
                "shardId-000000000000", "4959033827149025660855969253836157109" + (1_000_000_000L + orders), 0, time());
    }

    private long time() {
        return OPENS_AT + orders * spanMillis / spanOrders;
    }

    /** The square makes the first symbols come most often. */
    private int symbol() {
        double share = random.nextDouble();
        return (int) (share * share * SYMBOLS);
    }

    private Side side() {
        return random.nextBoolean() ? Side.BUY : Side.SELL;
    }

    private String account() {
        return "account-" + random.nextInt(ACCOUNTS);
    }

    private static String name(int symbol) {
        return "SKU-" + (1_000 + symbol);
    }
}
