package io.stockmate.core.market;

import static io.stockmate.core.market.TestMarket.NONE;

import io.stockmate.core.message.CancelOrder;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.CorrectTrade;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.MassCancel;
import io.stockmate.core.message.MoveKind;
import io.stockmate.core.message.MoveStock;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.ReplaceOrder;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.SetTradingStatus;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Tick;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.message.TradingStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded commands that meet each other often: few accounts, few prices, ids used again now and then. */
final class RandomCommands {
    private static final String[] ACCOUNTS = {"ANN", "BOB", "SAM", "SUE"};

    private final Random random;
    private final List<String> ids = new ArrayList<>();
    private int lastId;

    RandomCommands(long seed) {
        random = new Random(seed);
    }

    String account() {
        return ACCOUNTS[random.nextInt(ACCOUNTS.length)];
    }

    /**
     * How much later the next command arrives, in milliseconds; an hour, or so long that ids are forgotten, now and
     * then.
     */
    long pause() {
        int kind = random.nextInt(200);
        return kind == 0 ? 30 * 3_600_000L : kind < 4 ? 3_600_000L : random.nextInt(1_000);
    }

    CommandBody next() {
        int kind = random.nextInt(100);
        if (kind < 55) {
            return order();
        } else if (kind < 70) {
            return new CancelOrder(newId(), oldId());
        } else if (kind < 82) {
            return new ReplaceOrder(
                    newId(),
                    oldId(),
                    random.nextBoolean() ? NONE : random.nextInt(30),
                    random.nextBoolean() ? NONE : price(),
                    random.nextInt(4) > 0 ? NONE : price(),
                    random.nextInt(4) > 0 ? NONE : random.nextInt(8),
                    NONE);
        } else if (kind < 97) {
            MoveKind move = MoveKind.values()[random.nextInt(MoveKind.values().length)];
            String ref = random.nextInt(3) == 0 ? TestMarket.SYMBOL + "-" + (1 + random.nextInt(400)) : null;
            return new MoveStock(newId(), move, random.nextInt(60), ref, null, NONE);
        } else if (kind < 98) {
            return new MassCancel(newId(), random.nextInt(3) == 0 ? null : random.nextBoolean() ? Side.BUY : Side.SELL);
        } else {
            return new Tick();
        }
    }

    /** Whether an operator comes next, with a {@link #correction}. */
    boolean corrects() {
        return random.nextInt(12) == 0;
    }

    /** Of a trade that there was, more often than not; at times one that must be refused. */
    CorrectTrade correction(long trades) {
        return new CorrectTrade(
                TestMarket.SYMBOL + "-T-" + (1 + random.nextLong(trades + 1)),
                random.nextInt(4) == 0 ? "typo" : "bust",
                random.nextBoolean() ? NONE : price() + random.nextInt(20) / 19,
                random.nextBoolean() ? NONE : random.nextInt(12));
    }

    /** Whether an operator comes next, with a {@link #operation}. */
    boolean operates() {
        return random.nextInt(25) == 0;
    }

    /** Trading is halted, resumed or closed, or gets other bands. */
    CommandBody operation() {
        if (random.nextInt(3) == 0) {
            return bands();
        }
        TradingStatus[] statuses = {
            TradingStatus.OPEN, TradingStatus.OPEN, TradingStatus.OPEN, TradingStatus.HALTED, TradingStatus.CLOSED
        };
        return new SetTradingStatus(statuses[random.nextInt(statuses.length)], "random");
    }

    private DefineInstrument bands() {
        DefineInstrument goods = TestMarket.instrument(false, true, 0);
        return new DefineInstrument(
                goods.name(),
                goods.category(),
                goods.currency(),
                goods.tickSize(),
                goods.lotSize(),
                goods.maxOrderQty(),
                goods.leadTimeDays(),
                goods.allowShort(),
                goods.tracksStock(),
                random.nextBoolean() ? NONE : 100_000L + 100L * random.nextInt(3),
                random.nextBoolean() ? NONE : 101_200L - 100L * random.nextInt(3),
                random.nextBoolean() ? NONE : 6_000L + random.nextInt(10_000),
                NONE,
                NONE,
                NONE);
    }

    private NewOrder order() {
        boolean market = random.nextInt(8) == 0;
        boolean stop = random.nextInt(6) == 0;
        boolean least = random.nextInt(8) == 0;
        TimeInForce timeInForce = market && !stop
                ? (random.nextBoolean() ? TimeInForce.IOC : TimeInForce.FOK)
                : TimeInForce.values()[random.nextInt(TimeInForce.values().length)];
        SelfTradePrevention[] preventions = SelfTradePrevention.values();
        return new NewOrder(
                newId(),
                random.nextBoolean() ? Side.BUY : Side.SELL,
                ordType(market, stop),
                random.nextInt(25),
                market ? NONE : price(),
                stop ? price() : NONE,
                timeInForce,
                timeInForce == TimeInForce.GTD ? TestMarket.MORNING + random.nextInt(5_000_000) : NONE,
                random.nextInt(5) > 0 ? NONE : random.nextInt(8),
                least ? random.nextInt(12) : NONE,
                random.nextInt(10) == 0,
                random.nextInt(3) == 0 ? null : preventions[random.nextInt(preventions.length)],
                random.nextInt(3) == 0 ? random.nextInt(4) : NONE,
                null);
    }

    private static OrdType ordType(boolean market, boolean stop) {
        if (stop) {
            return market ? OrdType.STOP : OrdType.STOP_LIMIT;
        }
        return market ? OrdType.MARKET : OrdType.LIMIT;
    }

    private long price() {
        return 100_000L + 100L * random.nextInt(12);
    }

    private String newId() {
        if (random.nextInt(25) == 0 && !ids.isEmpty()) {
            return oldId();
        }
        String id = "i" + ++lastId;
        ids.add(id);
        return id;
    }

    private String oldId() {
        if (ids.isEmpty()) {
            return "none";
        }
        int recent = Math.min(ids.size(), 40);
        return ids.get(ids.size() - 1 - random.nextInt(recent));
    }
}
