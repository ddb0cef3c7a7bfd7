package io.stockmate.benchmarks.book;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.CancelOrder;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.MassCancel;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.ReplaceOrder;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.SetTradingStatus;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Tick;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.message.TradingStatus;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Seeded commands of a market of shares, with orders of every type, halts and bands; few prices, so that they meet. */
final class RandomOrders {
    private static final long TICK = 100;
    private static final long LOWEST = 100_000;
    private static final int PRICES = 14;
    private static final int RECENT_IDS = 60;

    private final Random random;

    /** Whose the last ids are, so that most changes and cancels come from the owner. */
    private final @Nullable String[] owners = new String[RECENT_IDS];

    private String account = "";
    private int lastId;

    RandomOrders(long seed) {
        random = new Random(seed);
    }

    static DefineInstrument instrument(long bandLowPx, long bandHighPx, long bandPercent) {
        return new DefineInstrument(
                "A share",
                null,
                "EUR",
                TICK,
                1,
                1_000_000,
                0,
                true,
                false,
                bandLowPx,
                bandHighPx,
                bandPercent,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER);
    }

    /** Of the last command that {@link #next} gave. */
    String account() {
        return account;
    }

    /** How much later the next command comes, in milliseconds. */
    long pause() {
        return random.nextInt(500);
    }

    /** Whether an operator comes next, with {@link #operation}. */
    boolean operates() {
        return random.nextInt(60) == 0;
    }

    CommandBody operation() {
        if (random.nextInt(3) == 0) {
            return instrument(
                    sometimes(2, LOWEST + TICK * random.nextInt(3)),
                    sometimes(2, LOWEST + TICK * (PRICES - random.nextInt(3))),
                    sometimes(2, 6_000 + random.nextInt(10_000)));
        }
        int choice = random.nextInt(10);
        TradingStatus status =
                choice == 0 ? TradingStatus.CLOSED : choice < 3 ? TradingStatus.HALTED : TradingStatus.OPEN;
        return new SetTradingStatus(status, "random");
    }

    CommandBody next() {
        account = "ACCOUNT-" + random.nextInt(5);
        int choice = random.nextInt(100);
        if (choice < 60) {
            return order();
        } else if (choice < 78) {
            String order = recentId();
            return new CancelOrder(newId(), order);
        } else if (choice < 97) {
            String order = recentId();
            return new ReplaceOrder(
                    newId(),
                    order,
                    random.nextInt(3) > 0 ? 1 + random.nextInt(20) : Absent.NUMBER,
                    sometimes(3, price()),
                    sometimes(10, price()),
                    sometimes(10, 1 + random.nextInt(8)),
                    Absent.NUMBER);
        } else if (choice < 98) {
            return new MassCancel(newId(), random.nextBoolean() ? Side.BUY : null);
        }
        return new Tick();
    }

    private NewOrder order() {
        OrdType ordType = OrdType.values()[random.nextInt(3) > 0 ? 0 : random.nextInt(OrdType.values().length)];
        boolean stop = ordType == OrdType.STOP || ordType == OrdType.STOP_LIMIT;
        boolean atAnyPrice = ordType == OrdType.MARKET || ordType == OrdType.STOP;
        TimeInForce[] times = {TimeInForce.GTC, TimeInForce.DAY, TimeInForce.IOC, TimeInForce.FOK};
        return new NewOrder(
                newId(),
                random.nextBoolean() ? Side.BUY : Side.SELL,
                ordType,
                1 + random.nextInt(25),
                atAnyPrice ? Absent.NUMBER : price(),
                stop ? price() : Absent.NUMBER,
                times[ordType == OrdType.MARKET ? 2 + random.nextInt(2) : random.nextInt(times.length)],
                Absent.NUMBER,
                sometimes(5, 1 + random.nextInt(6)),
                sometimes(9, 1 + random.nextInt(6)),
                random.nextInt(12) == 0,
                SelfTradePrevention.values()[random.nextInt(SelfTradePrevention.values().length)],
                Absent.NUMBER,
                null);
    }

    private long price() {
        return LOWEST + TICK * random.nextInt(PRICES);
    }

    private long sometimes(int oneIn, long value) {
        return random.nextInt(oneIn) == 0 ? value : Absent.NUMBER;
    }

    private String newId() {
        lastId++;
        owners[lastId % RECENT_IDS] = account;
        return "id-" + lastId;
    }

    private String recentId() {
        int id = Math.max(0, lastId - random.nextInt(RECENT_IDS));
        String owner = owners[id % RECENT_IDS];
        if (owner != null && random.nextInt(20) > 0) {
            account = owner;
        }
        return "id-" + id;
    }
}
