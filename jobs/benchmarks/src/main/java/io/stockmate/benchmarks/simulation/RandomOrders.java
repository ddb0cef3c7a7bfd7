package io.stockmate.benchmarks.simulation;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;
import java.util.SplittableRandom;

/** Orders of all types at few prices, so that they meet each other often. */
final class RandomOrders {
    static final long TICK_SIZE = 100;

    private static final long NONE = Absent.NUMBER;
    private static final long PRICE = 100_000;
    private static final int PRICES = 12;
    private static final int GOOD_FOR_MS_MAX = 200_000_000;
    private static final int CARTS = 40;

    private static final SelfTradePrevention[] PREVENTIONS = SelfTradePrevention.values();
    private static final TimeInForce[] TIMES = TimeInForce.values();

    private final SplittableRandom random;

    RandomOrders(SplittableRandom random) {
        this.random = random;
    }

    long price() {
        return PRICE + TICK_SIZE * random.nextInt(PRICES);
    }

    NewOrder next(String id) {
        boolean market = random.nextInt(8) == 0;
        boolean stop = random.nextInt(8) == 0;
        TimeInForce timeInForce = timeInForce(market && !stop);
        boolean whole = timeInForce == TimeInForce.FOK;
        boolean rests = timeInForce != TimeInForce.IOC && !whole && !market;
        boolean postOnly = rests && !stop && random.nextInt(10) == 0;
        return new NewOrder(
                id,
                random.nextBoolean() ? Side.BUY : Side.SELL,
                ordType(market, stop),
                8 + random.nextInt(25),
                market ? NONE : price(),
                stop ? price() : NONE,
                timeInForce,
                timeInForce == TimeInForce.GTD ? RandomTrade.OPENS_AT + random.nextInt(GOOD_FOR_MS_MAX) : NONE,
                rests && random.nextInt(5) == 0 ? 1 + random.nextInt(8) : NONE,
                !whole && !postOnly && random.nextInt(10) == 0 ? 1 + random.nextInt(8) : NONE,
                postOnly,
                random.nextInt(3) > 0 ? null : PREVENTIONS[random.nextInt(PREVENTIONS.length)],
                random.nextInt(3) == 0 ? random.nextInt(4) : NONE,
                random.nextInt(10) == 0 ? "cart-" + random.nextInt(CARTS) : null);
    }

    private TimeInForce timeInForce(boolean atOnce) {
        if (atOnce) {
            return random.nextBoolean() ? TimeInForce.IOC : TimeInForce.FOK;
        }
        return random.nextBoolean() ? TimeInForce.GTC : TIMES[random.nextInt(TIMES.length)];
    }

    private static OrdType ordType(boolean market, boolean stop) {
        if (stop) {
            return market ? OrdType.STOP : OrdType.STOP_LIMIT;
        }
        return market ? OrdType.MARKET : OrdType.LIMIT;
    }
}
