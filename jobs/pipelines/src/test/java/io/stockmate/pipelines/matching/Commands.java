package io.stockmate.pipelines.matching;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.CancelOrder;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.ConfirmPayment;
import io.stockmate.core.message.CorrectTrade;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.MoveKind;
import io.stockmate.core.message.MoveStock;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.PaymentStatus;
import io.stockmate.core.message.ReplaceOrder;
import io.stockmate.core.message.SetTradingStatus;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Tick;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.message.TradingStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes commands as they arrive: one shard, ascending sequence numbers, a millisecond apart. */
final class Commands {
    static final String OPERATOR = "house";
    static final MarketRules RULES = MarketRules.of(List.of(OPERATOR), MarketRules.CORRECTABLE_MS_DEFAULT);
    static final long START = 1_772_634_600_000L;

    private static final long ABSENT = Absent.NUMBER;
    private static final CommandCodec CODEC = new CommandCodec();

    private long arrived;

    Inbound arrive(String symbol, String account, CommandBody body) {
        Command command = new Command(symbol, account, ABSENT, body);
        return new Inbound(record(symbol, CODEC.encode(command)), command);
    }

    ArrivedRecord record(String partitionKey, byte[] data) {
        arrived++;
        Cause cause = new Cause("shardId-000000000000", String.valueOf(1_000_000 + arrived), 0, START + arrived);
        return new ArrivedRecord(cause, partitionKey, data);
    }

    Inbound define(String symbol) {
        return arrive(
                symbol,
                OPERATOR,
                new DefineInstrument(
                        symbol, null, "EUR", 100, 1, 1_000_000, 0, true, true, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT,
                        ABSENT));
    }

    Inbound order(String symbol, String account, String id, Side side, long price, long quantity) {
        NewOrder order = new NewOrder(
                id,
                side,
                OrdType.LIMIT,
                quantity,
                price,
                ABSENT,
                TimeInForce.GTC,
                ABSENT,
                ABSENT,
                ABSENT,
                false,
                null,
                ABSENT,
                null);
        return arrive(symbol, account, order);
    }

    Inbound tick(String symbol) {
        return arrive(symbol, "clock", new Tick());
    }

    /**
     * A session of several symbols: definitions, stock, and then orders, replaces, cancels, corrections of trades and
     * ticks by chance, with payments in between.
     */
    static List<Inbound> session(long seed, int symbols, int count) {
        Commands commands = new Commands();
        Random random = new Random(seed);
        List<Inbound> session = new ArrayList<>();
        for (int i = 0; i < symbols; i++) {
            session.add(commands.define(symbol(i)));
            session.add(commands.arrive(
                    symbol(i), "shop-1", new MoveStock("stock-1", MoveKind.RECEIPT, 10_000, null, null, ABSENT)));
        }
        for (int n = 0; session.size() < count; n++) {
            if (n % 97 == 50 || n % 97 == 60) {
                TradingStatus status = n % 97 == 50 ? TradingStatus.HALTED : TradingStatus.OPEN;
                session.add(commands.arrive(symbol(0), OPERATOR, new SetTradingStatus(status, "news")));
            }
            if (n % 97 == 30) {
                PaymentStatus status = n % 2 == 0 ? PaymentStatus.CAPTURED : PaymentStatus.FAILED;
                session.add(commands.arrive(
                        symbol(0), OPERATOR, new ConfirmPayment("p-" + n, symbol(0) + "-2", 10_000, status)));
            }
            session.add(commands.byChance(random, symbol(random.nextInt(symbols)), n));
        }
        return session;
    }

    static String symbol(int i) {
        return "SKU-" + i;
    }

    /** A limit order, each fifth in a cart; now and then a stop, a stop-limit, an iceberg, or one with a least quantity. */
    private static NewOrder ofEveryType(String id, int n, Side side, long price, long quantity) {
        boolean stop = n % 13 == 5;
        boolean stopLimit = n % 13 == 6;
        return new NewOrder(
                id,
                side,
                stop ? OrdType.STOP : stopLimit ? OrdType.STOP_LIMIT : OrdType.LIMIT,
                quantity,
                stop ? ABSENT : price,
                stop || stopLimit ? price : ABSENT,
                TimeInForce.GTC,
                ABSENT,
                n % 9 == 4 ? Math.min(quantity, 7) : ABSENT,
                n % 11 == 7 ? 1 : ABSENT,
                false,
                null,
                ABSENT,
                n % 5 == 3 ? "cart-" + n / 40 : null);
    }

    private Inbound byChance(Random random, String symbol, int n) {
        String account = "shop-" + random.nextInt(4);
        long price = 10_000 + 100L * random.nextInt(20);
        long quantity = 1 + random.nextInt(50);
        String earlier = "o-" + random.nextInt(n + 1);
        int kind = random.nextInt(11);
        if (kind < 6) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            return arrive(symbol, account, ofEveryType("o-" + n, n, side, price, quantity));
        } else if (kind < 7) {
            return tick(symbol);
        } else if (kind < 8) {
            return arrive(
                    symbol, account, new ReplaceOrder("r-" + n, earlier, quantity, price, ABSENT, ABSENT, ABSENT));
        }
        if (kind < 9) {
            String trade = symbol + "-T-" + (1 + random.nextInt(1 + n / 40));
            return arrive(symbol, OPERATOR, new CorrectTrade(trade, "typo", ABSENT, random.nextBoolean() ? ABSENT : 1));
        }
        return arrive(symbol, account, new CancelOrder("c-" + n, earlier));
    }
}
