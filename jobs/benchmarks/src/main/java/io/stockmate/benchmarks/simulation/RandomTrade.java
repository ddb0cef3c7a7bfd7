package io.stockmate.benchmarks.simulation;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.CalendarEvent;
import io.stockmate.core.message.CancelOrder;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.ConfirmPayment;
import io.stockmate.core.message.CorrectTrade;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.MassCancel;
import io.stockmate.core.message.MoveKind;
import io.stockmate.core.message.MoveStock;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.PaymentStatus;
import io.stockmate.core.message.ReplaceOrder;
import io.stockmate.core.message.ServiceMeasure;
import io.stockmate.core.message.SetStockPolicy;
import io.stockmate.core.message.SetTradingStatus;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Tick;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.message.TradingStatus;
import java.util.SplittableRandom;

/**
 * Some days of commands of a few symbols, made by a seed: orders of all types that meet each other often, stock that
 * moves, payments, corrections, and records that came twice. Each hour ticks.
 */
final class RandomTrade {
    static final String OPERATOR = "OPS";

    private static final String[] ACCOUNTS = {"ANN", "BOB", "SAM", "SUE"};
    private static final long OPENS_AT = 1_767_261_600_000L;
    private static final long HOUR_MS = 3_600_000;
    private static final long PRICE = 100_000;
    private static final long TICK_SIZE = 100;
    private static final long NONE = Absent.NUMBER;
    private static final int RECENT = 40;
    private static final int REPEATED_EACH = 25;
    private static final int RESHARDED_EACH = 300;

    private final SplittableRandom random;
    private final int symbols;
    private final Topic<LoggedCommand> topic;
    private long now = OPENS_AT;
    private int written;
    private int ids;

    private RandomTrade(long seed) {
        random = new SplittableRandom(seed);
        symbols = 2 + random.nextInt(4);
        topic = new Topic<>(1 + random.nextInt(3));
    }

    /** So many commands, in a stream that was divided anew now and then. */
    static Topic<LoggedCommand> stream(long seed, int commands) {
        RandomTrade trade = new RandomTrade(seed);
        trade.define();
        int pause = (int) (2 * 24 * HOUR_MS / commands * (1 + trade.random.nextInt(4)));
        while (trade.written < commands) {
            trade.next(pause);
        }
        return trade.topic;
    }

    private void define() {
        for (int symbol = 0; symbol < symbols; symbol++) {
            String name = "SKU-" + symbol;
            put(name, OPERATOR, instrument());
            for (String account : ACCOUNTS) {
                put(name, account, new MoveStock("start", MoveKind.RECEIPT, random.nextInt(2_000), null, null, NONE));
            }
            put(name, ACCOUNTS[0], new SetStockPolicy(2, 1, 9_500, ServiceMeasure.FILL, 1, NONE, NONE, NONE, NONE));
        }
    }

    private DefineInstrument instrument() {
        return new DefineInstrument(
                "A thing",
                random.nextBoolean() ? "things" : null,
                "EUR",
                TICK_SIZE,
                1,
                1_000_000,
                random.nextInt(3),
                random.nextInt(3) == 0,
                random.nextInt(4) > 0,
                NONE,
                NONE,
                NONE,
                random.nextInt(20),
                random.nextInt(40),
                random.nextInt(3));
    }

    private void next(int pause) {
        long hour = now / HOUR_MS;
        now += random.nextInt(pause);
        if (now / HOUR_MS > hour) {
            for (int symbol = 0; symbol < symbols; symbol++) {
                put("SKU-" + symbol, "CLOCK", new Tick());
            }
        }
        if (random.nextInt(RESHARDED_EACH) == 0) {
            topic.reshard(random);
        }
        boolean operates = random.nextInt(RECENT) == 0;
        put(
                "SKU-" + random.nextInt(symbols),
                operates ? OPERATOR : ACCOUNTS[random.nextInt(ACCOUNTS.length)],
                operates ? operation() : body());
    }

    private void put(String symbol, String account, CommandBody body) {
        Command command = new Command(symbol, account, NONE, body);
        do {
            Topic.Shard<LoggedCommand> shard = topic.of(symbol);
            Cause cause = new Cause(
                    "shardId-" + shard.number(),
                    Integer.toString(shard.records().size()),
                    0,
                    now);
            shard.records().add(new LoggedCommand(command, cause));
            written++;
        } while (random.nextInt(REPEATED_EACH) == 0);
    }

    private CommandBody operation() {
        return switch (random.nextInt(5)) {
            case 0 -> new CalendarEvent("Feast", "2026-01-0" + (1 + random.nextInt(9)), NONE);
            case 1 -> new SetTradingStatus(TradingStatus.HALTED, "look");
            case 2 -> new SetTradingStatus(TradingStatus.OPEN, "go on");
            case 3 -> instrument();
            default ->
                new CorrectTrade(
                        "SKU-" + random.nextInt(symbols) + "-T-" + (1 + random.nextInt(RECENT)),
                        "typo",
                        random.nextBoolean() ? NONE : price(),
                        random.nextBoolean() ? NONE : random.nextInt(12));
        };
    }

    private CommandBody body() {
        int kind = random.nextInt(100);
        if (kind < 65) {
            return order();
        } else if (kind < 74) {
            return new CancelOrder(newId(), oldId());
        } else if (kind < 84) {
            return new ReplaceOrder(
                    newId(), oldId(), 1 + random.nextInt(30), random.nextBoolean() ? NONE : price(), NONE, NONE, NONE);
        } else if (kind < 95) {
            MoveKind move = MoveKind.values()[random.nextInt(MoveKind.values().length)];
            return new MoveStock(newId(), move, 1 + random.nextInt(200), null, null, NONE);
        } else if (kind < 98) {
            String order = "SKU-" + random.nextInt(symbols) + "-" + (1 + random.nextInt(2 * RECENT));
            return new ConfirmPayment(newId(), order, price(), PaymentStatus.CAPTURED);
        } else {
            return new MassCancel(newId(), random.nextBoolean() ? Side.BUY : null);
        }
    }

    private NewOrder order() {
        boolean market = random.nextInt(8) == 0;
        boolean stop = random.nextInt(8) == 0;
        return new NewOrder(
                newId(),
                random.nextBoolean() ? Side.BUY : Side.SELL,
                stop ? (market ? OrdType.STOP : OrdType.STOP_LIMIT) : market ? OrdType.MARKET : OrdType.LIMIT,
                1 + random.nextInt(25),
                market ? NONE : price(),
                stop ? price() : NONE,
                market && !stop ? TimeInForce.IOC : TIMES[random.nextInt(TIMES.length)],
                NONE,
                market || random.nextInt(5) > 0 ? NONE : 1 + random.nextInt(8),
                NONE,
                false,
                null,
                random.nextInt(3) == 0 ? random.nextInt(4) : NONE,
                random.nextInt(10) == 0 ? "cart-" + random.nextInt(RECENT) : null);
    }

    private static final TimeInForce[] TIMES = {TimeInForce.DAY, TimeInForce.GTC, TimeInForce.GTC, TimeInForce.IOC};

    private long price() {
        return PRICE + TICK_SIZE * random.nextInt(12);
    }

    private String newId() {
        return "i" + ++ids;
    }

    private String oldId() {
        return "i" + Math.max(1, ids - random.nextInt(RECENT));
    }
}
