package io.stockmate.lake;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Category;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.message.TopOfBook;
import io.stockmate.core.message.Trade;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * The rows of a market's day, 2026-03-04, of as many orders as one likes, evenly over the day: every second order trades at
 * once, others are expired in the end; few of the symbols have most of it.
 */
final class MarketDay {
    static final String SYMBOL = "SKU-1100";
    static final String ORDER = SYMBOL + "-50";

    private static final int SYMBOLS = 500;
    private static final int ACCOUNTS = 1_000;
    private static final long TICK = 100;

    private final SplittableRandom random = new SplittableRandom(7);
    private final LakeWriter lake;
    private final long[] seqs = new long[SYMBOLS];
    private final long[] orders = new long[SYMBOLS];
    private final long[] trades = new long[SYMBOLS];
    private final long[] prices = new long[SYMBOLS];
    private long ts;

    private MarketDay(LakeWriter lake) {
        this.lake = lake;
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            prices[symbol] = (100 + random.nextInt(9_900)) * TICK;
        }
    }

    /** Writes a day into files that each hold an hour. */
    static void write(Path root, int orders) throws IOException {
        MarketDay day = null;
        for (int hour = 0; hour < 24; hour++) {
            // Files of a writer are numbered from 0 on, so each hour is written to a folder of its own.
            try (LakeWriter lake = LakeWriter.create(root.resolve("hour-" + hour))) {
                MarketDay next = new MarketDay(lake);
                if (day != null) {
                    System.arraycopy(day.seqs, 0, next.seqs, 0, SYMBOLS);
                    System.arraycopy(day.orders, 0, next.orders, 0, SYMBOLS);
                    System.arraycopy(day.trades, 0, next.trades, 0, SYMBOLS);
                }
                day = next;
                int ofHour = orders / 24;
                for (int order = 0; order < ofHour; order++) {
                    day.ts = MergedLake.MIDNIGHT
                            + hour * MergedLake.HOUR_MILLIS
                            + order * MergedLake.HOUR_MILLIS / ofHour;
                    day.order();
                }
            }
        }
    }

    private void order() throws IOException {
        double share = random.nextDouble();
        int symbol = (int) (share * share * SYMBOLS);
        long order = ++orders[symbol];
        long qty = 1 + random.nextInt(20) * 5L;
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        String account = account();
        put(symbol, report(symbol, account, order, side, qty, ExecType.NEW, OrdStatus.NEW, null));
        if (random.nextBoolean()) {
            String other = account();
            long maker = Math.max(1, order - 1 - random.nextInt(200));
            prices[symbol] = Math.max(TICK, prices[symbol] + (random.nextInt(5) - 2) * TICK);
            put(symbol, trade(symbol, order, maker, side, qty, account, other));
            put(
                    symbol,
                    report(
                            symbol,
                            other,
                            maker,
                            side.opposite(),
                            qty,
                            ExecType.TRADE,
                            OrdStatus.FILLED,
                            Category.match));
            put(symbol, report(symbol, account, order, side, qty, ExecType.TRADE, OrdStatus.FILLED, Category.match));
            put(symbol, stock(account));
            put(symbol, stock(other));
        } else if (order % 4 == 0) {
            Category category = side == Side.BUY ? Category.no_match_buy : Category.no_match_sell;
            put(symbol, report(symbol, account, order, side, qty, ExecType.EXPIRED, OrdStatus.EXPIRED, category));
        }
        put(symbol, new TopOfBook(prices[symbol] - TICK, qty, prices[symbol] + TICK, 2 * qty));
    }

    private void put(int symbol, EventBody body) throws IOException {
        lake.put(TestLake.row(body, name(symbol), ++seqs[symbol], ts));
    }

    private ExecutionReport report(
            int symbol,
            String account,
            long order,
            Side side,
            long qty,
            ExecType type,
            OrdStatus status,
            Category category) {
        long filled = status == OrdStatus.FILLED ? qty : 0;
        long absent = Absent.NUMBER;
        return new ExecutionReport(
                account,
                "c-" + order,
                null,
                name(symbol) + "-" + order,
                type,
                status,
                side,
                OrdType.LIMIT,
                qty,
                prices[symbol],
                absent,
                absent,
                absent,
                TimeInForce.DAY,
                absent,
                filled,
                filled == 0 ? 0 : prices[symbol],
                filled,
                status.isTerminal() ? 0 : qty,
                filled == 0 ? absent : prices[symbol],
                null,
                null,
                null,
                category);
    }

    private Trade trade(int symbol, long taker, long maker, Side side, long qty, String account, String other) {
        boolean buys = side == Side.BUY;
        return new Trade(
                name(symbol) + "-T-" + ++trades[symbol],
                prices[symbol],
                qty,
                name(symbol) + "-" + (buys ? taker : maker),
                name(symbol) + "-" + (buys ? maker : taker),
                buys ? account : other,
                buys ? other : account,
                side,
                "EUR",
                Absent.NUMBER);
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
