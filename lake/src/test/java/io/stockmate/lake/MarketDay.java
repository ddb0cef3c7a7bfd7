package io.stockmate.lake;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Category;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrdRejReason;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Specimens;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.message.TopOfBook;
import io.stockmate.core.message.Trade;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a market's day, 2026-03-04, of as many orders as one likes, evenly over the day: every second order trades at
 * once, others are rejected, or expired in the end; few of the symbols have most of it, and a quarter of orders are of carts.
 */
final class MarketDay {
    static final String SYMBOL = "SKU-1100";
    static final String ORDER = SYMBOL + "-50";

    private static final int SYMBOLS = 500;
    private static final int ACCOUNTS = 1_000;
    private static final long TICK = 100;

    private static final int REJECTED_PERCENT = 3;

    private record Entry(int symbol, long number, String account, Side side, long qty, @Nullable String listId) {
        String orderId() {
            return name(symbol) + "-" + number;
        }

        /** As a producer gives it who counts over all symbols. */
        String clOrdId() {
            return "c" + (2 * SYMBOLS * number + new SplittableRandom(SYMBOLS * number + symbol).nextInt(2 * SYMBOLS));
        }
    }

    private final SplittableRandom random = new SplittableRandom(7);
    private final SplittableRandom chains = new SplittableRandom(11);
    private final long[] seqs = new long[SYMBOLS];
    private final long[] orders = new long[SYMBOLS];
    private final long[] trades = new long[SYMBOLS];
    private final long[] prices = new long[SYMBOLS];
    private final CountedDay counted = new CountedDay();
    private int leftOfCart;
    private String cart = "";
    private String customer = "";
    private LakeWriter lake;
    private long ts;

    private MarketDay() {
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            prices[symbol] = (100 + random.nextInt(9_900)) * TICK;
        }
    }

    /** Writes a day into files that each hold an hour. */
    static void write(Path root, int orders) throws IOException {
        MarketDay day = new MarketDay();
        for (int hour = 0; hour < 24; hour++) {
            // Files of a writer are numbered from 0 on, so each hour is written to a folder of its own.
            try (LakeWriter lake = LakeWriter.create(root.resolve("hour-" + hour))) {
                day.lake = lake;
                day.hour(hour, orders / 24);
            }
        }
        try (LakeWriter lake = LakeWriter.create(root.resolve("day-before"))) {
            day.counted.tellDayBefore(lake);
        }
    }

    private void hour(int hour, int ordersOfHour) throws IOException {
        for (int order = 0; order < ordersOfHour; order++) {
            ts = MergedLake.MIDNIGHT + hour * MergedLake.HOUR_MILLIS + order * MergedLake.HOUR_MILLIS / ordersOfHour;
            order();
        }
        if (hour < 23) {
            counted.tellHour(lake, MergedLake.MIDNIGHT + hour * MergedLake.HOUR_MILLIS);
        }
    }

    private void order() throws IOException {
        double share = random.nextDouble();
        int symbol = (int) (share * share * SYMBOLS);
        Entry entry = entry(symbol, ++orders[symbol]);
        if (random.nextInt(100) < REJECTED_PERCENT) {
            put(symbol, report(entry, ExecType.REJECTED, OrdStatus.REJECTED, Category.no_match_other));
            return;
        }
        counted.order(name(symbol), entry.account);
        put(symbol, report(entry, ExecType.NEW, OrdStatus.NEW, null));
        if (random.nextBoolean()) {
            trade(entry);
        } else if (entry.number % 4 == 0) {
            Category category = entry.side == Side.BUY ? Category.no_match_buy : Category.no_match_sell;
            put(symbol, report(entry, ExecType.EXPIRED, OrdStatus.EXPIRED, category));
        }
        put(symbol, new TopOfBook(prices[symbol] - TICK, entry.qty, prices[symbol] + TICK, 2 * entry.qty));
    }

    /** Some orders are one of several of a cart. */
    private Entry entry(int symbol, long number) {
        long qty = 1 + random.nextInt(20) * 5L;
        if (leftOfCart == 0 && random.nextInt(10) == 0) {
            leftOfCart = 3;
            cart = "l" + random.nextInt(1_000_000_000);
            customer = account();
        }
        if (leftOfCart > 0) {
            leftOfCart--;
            return new Entry(symbol, number, customer, Side.BUY, qty, cart);
        }
        return new Entry(symbol, number, account(), random.nextBoolean() ? Side.BUY : Side.SELL, qty, null);
    }

    private void trade(Entry taker) throws IOException {
        int symbol = taker.symbol;
        Entry maker = new Entry(
                symbol,
                Math.max(1, taker.number - 1 - random.nextInt(200)),
                account(),
                taker.side.opposite(),
                taker.qty,
                null);
        Entry buy = taker.side == Side.BUY ? taker : maker;
        Entry sell = taker.side == Side.BUY ? maker : taker;
        counted.trade(name(symbol), buy.account, sell.account, taker.qty);
        prices[symbol] = Math.max(TICK, prices[symbol] + (random.nextInt(5) - 2) * TICK);
        put(
                symbol,
                new Trade(
                        name(symbol) + "-T-" + ++trades[symbol],
                        prices[symbol],
                        taker.qty,
                        buy.orderId(),
                        sell.orderId(),
                        buy.account,
                        sell.account,
                        taker.side,
                        "EUR",
                        Absent.NUMBER));
        put(symbol, report(maker, ExecType.TRADE, OrdStatus.FILLED, Category.match));
        put(symbol, report(taker, ExecType.TRADE, OrdStatus.FILLED, Category.match));
        put(symbol, stock(taker.account));
        put(symbol, stock(maker.account));
    }

    private void put(int symbol, EventBody body) throws IOException {
        long seq = ++seqs[symbol];
        EventHeader header = new EventHeader(name(symbol), seq, seq, name(symbol) + "-" + seq, ts);
        lake.put(new LakeRow.OfEvent(new Event(header, chains.nextLong(), Specimens.cause(), body)));
    }

    private ExecutionReport report(Entry entry, ExecType type, OrdStatus status, @Nullable Category category) {
        long filled = status == OrdStatus.FILLED ? entry.qty : 0;
        long absent = Absent.NUMBER;
        long price = prices[entry.symbol];
        boolean rejected = status == OrdStatus.REJECTED;
        return new ExecutionReport(
                entry.account,
                entry.clOrdId(),
                null,
                entry.orderId(),
                type,
                status,
                entry.side,
                OrdType.LIMIT,
                entry.qty,
                price,
                absent,
                absent,
                absent,
                TimeInForce.DAY,
                absent,
                filled,
                filled == 0 ? 0 : price,
                filled,
                status.isTerminal() ? 0 : entry.qty,
                filled == 0 ? absent : price,
                rejected ? OrdRejReason.EXCEEDS_LIMIT : null,
                rejected ? "INSUFFICIENT_STOCK" : null,
                entry.listId,
                category);
    }

    private StockLevel stock(String account) {
        long onHand = random.nextInt(1_000);
        return new StockLevel(account, onHand, 0, onHand, 0, StockReason.TRADE, 0, null, Absent.NUMBER);
    }

    private String account() {
        return "account-" + random.nextInt(ACCOUNTS);
    }

    private static String name(int symbol) {
        return "SKU-" + (1_000 + symbol);
    }
}
