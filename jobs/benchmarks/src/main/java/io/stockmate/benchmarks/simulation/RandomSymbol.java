package io.stockmate.benchmarks.simulation;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.CalendarEvent;
import io.stockmate.core.message.CancelOrder;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.ConfirmPayment;
import io.stockmate.core.message.CorrectTrade;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.MassCancel;
import io.stockmate.core.message.MoveKind;
import io.stockmate.core.message.MoveStock;
import io.stockmate.core.message.PaymentStatus;
import io.stockmate.core.message.ReplaceOrder;
import io.stockmate.core.message.ServiceMeasure;
import io.stockmate.core.message.SetAlertRule;
import io.stockmate.core.message.SetStockPolicy;
import io.stockmate.core.message.SetTradingStatus;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TradingStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What accounts and operators send for one symbol: mostly what can take effect, as it remembers what was sent. */
final class RandomSymbol {
    /** Where commands go. */
    interface Out {
        void put(RandomSymbol symbol, String account, CommandBody body);
    }

    /** An order that was sent; the market's id of it is the symbol and the number of its command. */
    private record Sent(String account, String clOrdId, long command) {}

    private static final String[] ACCOUNTS = {"ANN", "BOB", "SAM", "SUE"};
    private static final long NONE = Absent.NUMBER;
    private static final int RECENT = 12;
    private static final int OPERATED_EACH = 30;
    private static final int CORRECTED_EACH = 20;
    private static final int TRADES_PER_ORDER = 3;

    private final String name;
    private final SplittableRandom random;
    private final RandomOrders orders;
    private final List<Sent> recent = new ArrayList<>();
    private long commands;
    private int ordered;
    private int ids;

    RandomSymbol(String name, SplittableRandom random) {
        this.name = name;
        this.random = random;
        this.orders = new RandomOrders(random);
    }

    String name() {
        return name;
    }

    /** A record of it was written. */
    void sent() {
        commands++;
    }

    void begin(Out out) {
        out.put(this, RandomTrade.OPERATOR, instrument());
        for (String account : ACCOUNTS) {
            out.put(this, account, new MoveStock("start", MoveKind.RECEIPT, random.nextInt(2_000), null, null, NONE));
        }
        out.put(
                this,
                ACCOUNTS[0],
                new SetStockPolicy(random.nextInt(3), 1, 9_500, ServiceMeasure.FILL, 1, NONE, NONE, NONE, NONE));
        out.put(this, ACCOUNTS[1], new SetAlertRule("rule", AlertKind.PRICE_CHANGE, 10_000, 3_600));
    }

    private DefineInstrument instrument() {
        return new DefineInstrument(
                "A thing",
                random.nextBoolean() ? "things" : null,
                "EUR",
                RandomOrders.TICK_SIZE,
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

    void next(Out out) {
        if (random.nextInt(OPERATED_EACH) == 0) {
            out.put(this, RandomTrade.OPERATOR, operation());
        } else if (random.nextInt(CORRECTED_EACH) == 0) {
            out.put(this, RandomTrade.OPERATOR, correction());
        } else {
            send(out);
        }
    }

    private CommandBody operation() {
        return switch (random.nextInt(4)) {
            case 0 -> new CalendarEvent("Feast", "2026-01-0" + (1 + random.nextInt(9)), NONE);
            case 1 ->
                new SetTradingStatus(random.nextInt(4) == 0 ? TradingStatus.CLOSED : TradingStatus.HALTED, "look");
            case 2 -> instrument();
            default -> new SetTradingStatus(TradingStatus.OPEN, "go on");
        };
    }

    private CorrectTrade correction() {
        int trade = 1 + random.nextInt(1 + ordered / TRADES_PER_ORDER);
        boolean bust = random.nextBoolean();
        return new CorrectTrade(
                name + "-T-" + trade, "typo", bust ? NONE : orders.price(), bust ? NONE : 1 + random.nextInt(12));
    }

    private void send(Out out) {
        int kind = random.nextInt(100);
        String account = ACCOUNTS[random.nextInt(ACCOUNTS.length)];
        if (kind < 62 || recent.isEmpty()) {
            String id = newId();
            recent.add(new Sent(account, id, commands + 1));
            ordered++;
            if (recent.size() > RECENT) {
                recent.remove(0);
            }
            out.put(this, account, orders.next(id));
            return;
        }
        Sent order = recent.get(random.nextInt(recent.size()));
        if (kind < 71) {
            out.put(this, order.account(), new CancelOrder(newId(), order.clOrdId()));
        } else if (kind < 82) {
            replace(order, out);
        } else if (kind < 88) {
            MoveKind move = MoveKind.values()[random.nextInt(MoveKind.values().length)];
            out.put(this, account, new MoveStock(newId(), move, 1 + random.nextInt(200), null, null, NONE));
        } else if (kind < 93) {
            String ref = name + "-" + order.command();
            out.put(
                    this,
                    order.account(),
                    new MoveStock(newId(), MoveKind.RECEIPT, 1 + random.nextInt(20), ref, null, NONE));
        } else if (kind < 98) {
            String id = name + "-" + order.command();
            out.put(this, order.account(), new ConfirmPayment(newId(), id, orders.price(), PaymentStatus.CAPTURED));
        } else {
            out.put(this, account, new MassCancel(newId(), random.nextBoolean() ? Side.BUY : null));
        }
    }

    /** The id of a replaced order is that of what replaced it. */
    private void replace(Sent order, Out out) {
        String id = newId();
        recent.add(new Sent(order.account(), id, order.command()));
        out.put(
                this,
                order.account(),
                new ReplaceOrder(
                        id,
                        order.clOrdId(),
                        1 + random.nextInt(30),
                        random.nextBoolean() ? NONE : orders.price(),
                        NONE,
                        NONE,
                        NONE));
    }

    /** An id of before now and then: what comes under it is refused. */
    private String newId() {
        return "i" + (ids > 0 && random.nextInt(RECENT * RECENT) == 0 ? random.nextInt(ids) : ids++);
    }
}
