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
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.PaymentStatus;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Tick;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.message.Trade;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * The life of one symbol, from its definition to its last trade, made by a real market under seeded orders: a pure
 * function of its number, so that a source that is asked again says the same. Fees, settlement days, lead times and
 * whether stock is tracked differ from symbol to symbol. Each tenth is lively, under accounts of its own: goods arrive,
 * leave and are counted, buyers pay, and trades are corrected in price or quantity where others only are undone.
 */
public final class TradedSymbol {
    /** Of the markets. */
    public static final MarketRules RULES = MarketRules.of(List.of("OPS"), MarketRules.CORRECTABLE_MS_DEFAULT);

    private static final int ACCOUNTS = 200;
    private static final int LIVELY_EACH = 10;
    private static final int MOVES_EACH = 8;
    private static final long OPENS_AT = 1_767_261_600_000L;
    private static final long DAY_MS = 86_400_000;
    private static final long NONE = Absent.NUMBER;

    private final long number;
    private final Random random;
    private final String symbol;
    private final Market market;
    private final Consumer<Event> each;
    private final List<Trade> trades = new ArrayList<>();
    private long now = OPENS_AT;
    private int sent;

    private TradedSymbol(long number, Consumer<Event> each) {
        this.number = number;
        this.random = new Random(number);
        this.symbol = "T" + number;
        this.market = Market.open(RULES, symbol);
        this.each = each;
    }

    /**
     * Plays it.
     *
     * @param trades how many at least; the last order may bring a few more
     * @param reversed whether all of them are undone in the end
     */
    public static void play(long number, int trades, boolean reversed, Consumer<Event> each) {
        new TradedSymbol(number, each).play(trades, reversed);
    }

    /** Whether more than trades and their reversals happens in a symbol, so that something is left in the end. */
    static boolean isLively(long number) {
        return number % LIVELY_EACH == 0;
    }

    private void play(int least, boolean reversed) {
        define();
        while (trades.size() < least) {
            now += random.nextInt(1_000);
            send(account(), order());
            if (isLively(number) && random.nextInt(MOVES_EACH) == 0) {
                send(account(), move());
                pay();
            }
        }
        if (number % 4 < 2) {
            settle();
        }
        if (reversed) {
            for (Trade trade : List.copyOf(trades)) {
                send("OPS", correction(trade));
            }
        }
        settle();
    }

    private String account() {
        return (isLively(number) ? "L" + number + "-" : "A") + random.nextInt(ACCOUNTS);
    }

    private MoveStock move() {
        MoveKind kind = MoveKind.values()[random.nextInt(MoveKind.values().length)];
        return new MoveStock("m" + sent, kind, 1 + random.nextInt(50), null, null, NONE);
    }

    /** For the newest trade; where it has been paid for, the market says so. */
    private void pay() {
        if (!trades.isEmpty()) {
            Trade trade = trades.get(trades.size() - 1);
            send(
                    trade.buyer(),
                    new ConfirmPayment(
                            "p" + sent,
                            trade.buyOrderId(),
                            Math.multiplyExact(trade.price(), trade.qty()),
                            random.nextInt(4) == 0 ? PaymentStatus.FAILED : PaymentStatus.CAPTURED));
        }
    }

    private CorrectTrade correction(Trade trade) {
        if (!isLively(number) || trade.qty() % 3 == 0) {
            return new CorrectTrade(trade.tradeId(), "all of it", NONE, NONE);
        }
        return trade.qty() % 3 == 1
                ? new CorrectTrade(trade.tradeId(), "the price", trade.price() + 1, NONE)
                : new CorrectTrade(trade.tradeId(), "the quantity", NONE, trade.qty() - 1);
    }

    /**
     * Time passes until the money of all trades and corrections so far is due, and the usage of their hours is told.
     */
    private void settle() {
        now += 3 * DAY_MS;
        send("CLOCK", new Tick());
    }

    private void define() {
        send(
                "OPS",
                new DefineInstrument(
                        "A thing",
                        null,
                        number % 5 == 0 ? "USD" : "EUR",
                        1,
                        1,
                        1_000,
                        number % 3,
                        true,
                        number % 3 != 0 || isLively(number),
                        NONE,
                        NONE,
                        NONE,
                        isLively(number) ? 0 : number % 7,
                        isLively(number) ? 0 : number % 11,
                        number % 4 == 1 ? 2 : 0));
    }

    private NewOrder order() {
        return new NewOrder(
                "i" + sent,
                random.nextBoolean() ? Side.BUY : Side.SELL,
                OrdType.LIMIT,
                1 + random.nextInt(20),
                1_000_001L + random.nextInt(12),
                NONE,
                TimeInForce.GTC,
                NONE,
                NONE,
                NONE,
                false,
                SelfTradePrevention.CANCEL_RESTING,
                NONE,
                null);
    }

    private void send(String account, CommandBody body) {
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
