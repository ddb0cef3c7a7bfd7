package io.stockmate.benchmarks.recovery;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.CancelOrder;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.ReplaceOrder;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.state.SplitMix64;
import io.stockmate.pipelines.matching.Inbound;
import io.stockmate.producers.OrderTicket;
import java.io.Serializable;
import java.util.List;

/**
 * Commands by number, the same for the same number: instruments first, then the orders that rest, symbol after symbol in
 * turn, then visits. A visit is ten commands to one book: an order that trades at once, three cancels and a replacement
 * of any orders of the first ones, and five that rest. Visits go through the books in an order that repeats only after all
 * were visited.
 */
final class BusyBooks implements Serializable {
    static final int COMMANDS_PER_VISIT = 10;
    static final MarketRules RULES = MarketRules.of(List.of("EXCHANGE"), MarketRules.CORRECTABLE_MS_DEFAULT);

    private static final long serialVersionUID = 1;
    private static final int ACCOUNTS = 50;
    private static final int LEVELS = 250;
    private static final long MIDDLE = 100_000;
    private static final long BEGIN_MS = 1_700_000_000_000L;
    private static final byte[] NO_BYTES = {};

    private final int symbols;
    private final int ordersPerBook;
    private final long seed;

    BusyBooks(RecoverySizes sizes, long seed) {
        this.symbols = sizes.symbols();
        this.ordersPerBook = sizes.ordersPerBook();
        this.seed = seed;
    }

    /** The n-th command, from 0 on. */
    Inbound command(long n) {
        long orders = (long) symbols * ordersPerBook;
        if (n < symbols) {
            return inbound(n, n, "EXCHANGE", instrument());
        }
        if (n < symbols + orders) {
            long order = (n - symbols) / symbols;
            return inbound(n, n % symbols, account(order), resting("o" + order, order % 2 == 0, random(n)));
        }
        long visit = (n - symbols - orders) / COMMANDS_PER_VISIT;
        return visit(n, visit * stride() % symbols, (n - symbols - orders) % COMMANDS_PER_VISIT);
    }

    private Inbound visit(long n, long symbol, long step) {
        long random = random(n);
        long order = (random >>> 8) % ordersPerBook;
        String id = "v" + n;
        if (step == 0) {
            return inbound(n, symbol, account(random), atOnce(id, random % 2 == 0, 1 + (random >>> 8) % 200));
        }
        if (step <= 3) {
            return inbound(n, symbol, account(order), new CancelOrder(id, "o" + order));
        }
        if (step == 4) {
            long more = 101 + (random >>> 40) % 100;
            return inbound(
                    n,
                    symbol,
                    account(order),
                    new ReplaceOrder(
                            id, "o" + order, more, Absent.NUMBER, Absent.NUMBER, Absent.NUMBER, Absent.NUMBER));
        }
        return inbound(n, symbol, account(random), resting(id, step % 2 == 0, random));
    }

    private static Inbound inbound(long n, long symbol, String account, CommandBody body) {
        String name = "SKU-" + symbol;
        Cause cause = new Cause("shardId-000000000000", Long.toString(n), 0, BEGIN_MS + n);
        return new Inbound(new ArrivedRecord(cause, name, NO_BYTES), new Command(name, account, Absent.NUMBER, body));
    }

    private static String account(long number) {
        return "TRADER-" + number % ACCOUNTS;
    }

    private static NewOrder resting(String id, boolean buy, long random) {
        long behind = 1 + (random >>> 8) % LEVELS;
        return order(id, buy, MIDDLE + (buy ? -behind : behind), 1 + (random >>> 32) % 100, TimeInForce.GTC);
    }

    private static NewOrder atOnce(String id, boolean buy, long quantity) {
        return order(id, buy, MIDDLE + (buy ? LEVELS : -LEVELS), quantity, TimeInForce.IOC);
    }

    private static NewOrder order(String id, boolean buy, long price, long quantity, TimeInForce timeInForce) {
        return OrderTicket.limit(buy ? Side.BUY : Side.SELL, quantity, price)
                .in(timeInForce)
                .as(id);
    }

    private static DefineInstrument instrument() {
        return new DefineInstrument(
                "goods",
                null,
                "USD",
                1,
                1,
                1_000_000,
                0,
                false,
                false,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER);
    }

    /** The first number from 0.618 of the symbols on that has no divisor in common with them. */
    private long stride() {
        long stride = Math.max(1, symbols * 618L / 1_000);
        while (common(stride, symbols) != 1) {
            stride++;
        }
        return stride;
    }

    private static long common(long one, long other) {
        return other == 0 ? one : common(other, one % other);
    }

    /** Not negative. */
    private long random(long n) {
        return SplitMix64.mix((n + seed) * 0x9E3779B97F4A7C15L) >>> 1;
    }
}
