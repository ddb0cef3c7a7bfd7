package io.stockmate.core.ledger;

import io.stockmate.core.market.Market;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.CancelOrder;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.ConfirmPayment;
import io.stockmate.core.message.CorrectTrade;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.MoveKind;
import io.stockmate.core.message.MoveStock;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.PaymentStatus;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Tick;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.message.Trade;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

/** A real market under seeded commands that trade, move stock, pay and correct a lot. */
public final class RandomTrading {
    static final String SYMBOL = "SKU-1";

    public static final MarketRules RULES = MarketRules.of(List.of("OPS"), MarketRules.CORRECTABLE_MS_DEFAULT);

    private static final String[] ACCOUNTS = {"ANN", "BOB", "SAM", "SUE"};
    private static final long NONE = Absent.NUMBER;
    private static final long HOUR = 3_600_000;

    private final Random random;
    private final String symbol;
    private final Market market;
    private final BiConsumer<Event, Command> each;
    private final List<String> trades = new ArrayList<>();
    private long now = BookStory.FRIDAY;
    private int sent;
    private boolean corrects = true;

    /** @param each takes every event and, of an Accepted, the command; else null */
    RandomTrading(long seed, BiConsumer<Event, Command> each) {
        this(SYMBOL, seed, each);
    }

    private RandomTrading(String symbol, long seed, BiConsumer<Event, Command> each) {
        this.symbol = symbol;
        this.market = Market.open(RULES, symbol);
        this.random = new Random(seed);
        this.each = each;
    }

    /** The events of so many symbols in turns, some of which track stock; the same every time. */
    public static List<Event> interleaved(int symbols, int commands) {
        List<Deque<Event>> all = new ArrayList<>();
        for (int n = 1; n <= symbols; n++) {
            Deque<Event> events = new ArrayDeque<>();
            new RandomTrading("SKU-" + n, n, (event, accepted) -> events.add(event)).run(commands, n % 3 != 0);
            all.add(events);
        }
        List<Event> interleaved = new ArrayList<>();
        while (all.stream().anyMatch(events -> !events.isEmpty())) {
            all.stream().filter(events -> !events.isEmpty()).forEach(events -> interleaved.add(events.remove()));
        }
        return interleaved;
    }

    RandomTrading withoutCorrections() {
        corrects = false;
        return this;
    }

    private void send(String account, CommandBody body) {
        sent++;
        Command command = new Command(symbol, account, NONE, body);
        market.apply(command, new Cause("shard-0", Integer.toString(sent), 0, now), event -> {
            if (event.body() instanceof Trade trade) {
                trades.add(trade.tradeId());
            }
            each.accept(event, event.body() instanceof Accepted ? command : null);
        });
    }

    private void define(
            long leadTimeDays, boolean tracksStock, long makerFeeBps, long takerFeeBps, long settlementDays) {
        send(
                "OPS",
                new DefineInstrument(
                        "A thing",
                        null,
                        "EUR",
                        1,
                        1,
                        1_000,
                        leadTimeDays,
                        true,
                        tracksStock,
                        NONE,
                        NONE,
                        NONE,
                        makerFeeBps,
                        takerFeeBps,
                        settlementDays));
    }

    /** Fees, settlement and lead time change now and then, for what comes after. */
    private void redefine(boolean tracksStock) {
        define(random.nextInt(2), tracksStock, random.nextInt(41) - 10, random.nextInt(41) - 10, random.nextInt(3));
    }

    void run(int commands, boolean tracksStock) {
        redefine(tracksStock);
        for (int n = 0; n < commands; n++) {
            now += random.nextInt(60) == 0 ? random.nextInt(40) * HOUR : random.nextInt(60_000);
            step(tracksStock);
        }
    }

    private void step(boolean tracksStock) {
        int kind = random.nextInt(100);
        String account = ACCOUNTS[random.nextInt(ACCOUNTS.length)];
        String id = "i" + sent;
        if (kind < 60) {
            send(account, order(id));
        } else if (kind < 68) {
            send(account, new CancelOrder(id, "i" + random.nextInt(sent + 1)));
        } else if (kind < 82) {
            String ref = random.nextBoolean() ? symbol + "-" + (1 + random.nextInt(sent + 1)) : null;
            MoveKind move = MoveKind.values()[random.nextInt(MoveKind.values().length)];
            send(account, new MoveStock(id, move, random.nextInt(30), ref, null, NONE));
        } else if (kind < 86) {
            PaymentStatus status = random.nextInt(4) == 0 ? PaymentStatus.FAILED : PaymentStatus.CAPTURED;
            send(account, new ConfirmPayment(id, symbol + "-2", 1 + random.nextInt(1_000_000), status));
        } else if (kind < 91 && corrects && !trades.isEmpty()) {
            correct(trades.get(random.nextInt(trades.size())));
        } else if (kind < 92) {
            redefine(tracksStock);
        } else {
            send("CLOCK", new Tick());
        }
    }

    private void correct(String tradeId) {
        boolean bust = random.nextBoolean();
        send("OPS", new CorrectTrade(tradeId, "wrong", bust ? NONE : price(), bust ? NONE : 1 + random.nextInt(10)));
    }

    private NewOrder order(String id) {
        SelfTradePrevention[] preventions = SelfTradePrevention.values();
        return new NewOrder(
                id,
                random.nextBoolean() ? Side.BUY : Side.SELL,
                OrdType.LIMIT,
                1 + random.nextInt(20),
                price(),
                NONE,
                random.nextInt(3) == 0 ? TimeInForce.IOC : TimeInForce.GTC,
                NONE,
                NONE,
                NONE,
                false,
                preventions[random.nextInt(preventions.length)],
                NONE,
                null);
    }

    private long price() {
        return 100_001L + random.nextInt(12);
    }
}
