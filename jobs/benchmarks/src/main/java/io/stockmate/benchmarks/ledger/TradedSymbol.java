package io.stockmate.benchmarks.ledger;

import io.stockmate.core.market.Market;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Absent;
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
import io.stockmate.core.message.PaymentStatus;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Tick;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.message.Trade;
import io.stockmate.producers.OrderTicket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * The life of one symbol, from its definition to its last trade, made by a real market under seeded orders: a pure
 * function of its number, so that a source that is asked again says the same. Fees, settlement days, lead times and
 * whether stock is tracked differ from symbol to symbol. Each tenth is lively, under accounts of its own: goods arrive,
 * are delivered, leave and are counted, buyers pay, and trades are corrected in price or quantity where others only are
 * undone. Of these each second has settlement days, of which the last do not come, and pays its makers a rebate.
 */
public final class TradedSymbol {
    /** Of the markets. */
    public static final MarketRules RULES = MarketRules.of(List.of("OPS"), MarketRules.CORRECTABLE_MS_DEFAULT);

    private static final int ACCOUNTS = 200;
    private static final int LIVELY_EACH = 10;
    private static final int MOVES_EACH = 8;
    private static final long PRICE = 1_000_001;

    /** A quarter of a unit above a whole number of basis points: half of the fees end in a half that is rounded. */
    private static final long LIVELY_PRICE = 1_002_500;

    private static final long OPENS_AT = 1_767_261_600_000L;
    private static final long DAY_MS = 86_400_000;
    private static final long NONE = Absent.NUMBER;

    private final long number;
    private final Random random;
    private final String symbol;
    private final Market market;
    private final int least;
    private final boolean reversed;
    private final List<Trade> trades = new ArrayList<>();
    private long now = OPENS_AT;
    private int sent;
    private boolean traded;
    private int undone;
    private boolean ended;

    /**
     * Begins it.
     *
     * @param trades how many at least; the last order may bring a few more
     * @param reversed whether all of them are undone in the end
     */
    TradedSymbol(long number, int trades, boolean reversed) {
        this.number = number;
        this.least = trades;
        this.reversed = reversed;
        this.random = new Random(number);
        this.symbol = "T" + number;
        this.market = Market.open(RULES, symbol);
    }

    /** Plays it from its beginning to its end. */
    static void play(long number, int trades, boolean reversed, Consumer<Event> each) {
        TradedSymbol symbol = new TradedSymbol(number, trades, reversed);
        while (symbol.step(each)) {
            // The next step follows.
        }
    }

    /** Whether more than trades and their reversals happens in a symbol, so that something is left in the end. */
    static boolean isLively(long number) {
        return number % LIVELY_EACH == 0;
    }

    /** An order with what goes with it, a correction, or the like. Returns whether it goes on. */
    boolean step(Consumer<Event> each) {
        if (sent == 0) {
            send("OPS", define(), each);
        } else if (trades.size() < least) {
            now += random.nextInt(1_000);
            send(account(), order(), each);
            if (isLively() && random.nextInt(MOVES_EACH) == 0) {
                send(account(), move(), each);
                payAndDeliver(each);
            }
        } else if (!traded) {
            traded = true;
            if (isLively() ? number % 40 < 20 : number % 4 < 2) {
                settle(each);
            }
        } else if (reversed && undone < trades.size()) {
            send("OPS", correction(trades.get(undone++)), each);
        } else if (!ended) {
            ended = true;
            if (!isLively() || settlementDays() == 0) {
                settle(each);
            }
        }
        return !ended;
    }

    private boolean isLively() {
        return isLively(number);
    }

    private int settlementDays() {
        return number % (isLively() ? 20 : 4) == (isLively() ? 10 : 1) ? 2 : 0;
    }

    private String account() {
        return (isLively() ? "L" + number + "-" : "A") + random.nextInt(ACCOUNTS);
    }

    private MoveStock move() {
        MoveKind kind = MoveKind.values()[random.nextInt(MoveKind.values().length)];
        return new MoveStock("m" + sent, kind, 1 + random.nextInt(50), null, null, NONE);
    }

    /**
     * For the newest trade; where it has been paid for, the market says so. Where goods come later, one of them comes
     * now.
     */
    private void payAndDeliver(Consumer<Event> each) {
        if (!trades.isEmpty()) {
            Trade trade = trades.get(trades.size() - 1);
            ConfirmPayment payment = new ConfirmPayment(
                    "p" + sent,
                    trade.buyOrderId(),
                    Math.multiplyExact(trade.price(), trade.qty()),
                    random.nextInt(4) == 0 ? PaymentStatus.FAILED : PaymentStatus.CAPTURED);
            send(trade.buyer(), payment, each);
            send(trade.buyer(), new MoveStock("d" + sent, MoveKind.RECEIPT, 1, trade.buyOrderId(), null, NONE), each);
        }
    }

    private CorrectTrade correction(Trade trade) {
        if (!isLively() || trade.qty() % 3 == 0) {
            return new CorrectTrade(trade.tradeId(), "all of it", NONE, NONE);
        }
        return trade.qty() % 3 == 1
                ? new CorrectTrade(trade.tradeId(), "the price", trade.price() + 1, NONE)
                : new CorrectTrade(trade.tradeId(), "the quantity", NONE, trade.qty() - 1);
    }

    /**
     * Time passes until the money of all trades and corrections so far is due, and the usage of their hours is told.
     */
    private void settle(Consumer<Event> each) {
        now += 3 * DAY_MS;
        send("CLOCK", new Tick(), each);
    }

    private DefineInstrument define() {
        boolean rebate = isLively() && settlementDays() > 0;
        return new DefineInstrument(
                "A thing",
                null,
                number % 5 == 0 && number % 30 != 0 ? "USD" : "EUR",
                1,
                1,
                1_000,
                number % 3,
                true,
                number % 3 != 0 || isLively(),
                NONE,
                NONE,
                NONE,
                rebate ? -(number % 7) : number % 7,
                number % 11,
                settlementDays());
    }

    private NewOrder order() {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        long quantity = 1 + random.nextInt(20);
        long price = (isLively() ? LIVELY_PRICE : PRICE) + random.nextInt(12);
        return OrderTicket.limit(side, quantity, price)
                .in(TimeInForce.GTC)
                .preventing(SelfTradePrevention.CANCEL_RESTING)
                .as("i" + sent);
    }

    private void send(String account, CommandBody body, Consumer<Event> each) {
        sent++;
        Command command = new Command(symbol, account, NONE, body);
        market.apply(command, new Cause("shard-0", Integer.toString(sent), 0, now), event -> {
            if (event.body() instanceof Trade trade) {
                trades.add(trade);
            }
            each.accept(event);
        });
    }
}
