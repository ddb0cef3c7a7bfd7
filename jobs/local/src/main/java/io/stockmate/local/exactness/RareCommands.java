package io.stockmate.local.exactness;

import io.stockmate.connectors.wire.AcceptedCommands;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CorrectTrade;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.MassCancel;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.SetTradingStatus;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.message.Trade;
import io.stockmate.core.message.TradingStatus;
import io.stockmate.producers.Producer;
import io.stockmate.producers.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Says what the demo market seldom or never says, and what has to be got right all the same: instruments with fees and
 * value dates, trades that are undone and corrected, also twice, orders that expire at one moment, stops, icebergs,
 * halts, and all of that once more long after.
 */
final class RareCommands implements Producer {
    private static final String OPERATOR = "OPS";
    private static final String ACCOUNT = "RARE-";
    private static final int ACCOUNTS = 7;
    private static final int TOGETHER = 4;
    private static final int LIVES_MS_MAX = 3_000;
    private static final int FEE_BPS_MAX = 30;
    private static final int SETTLEMENT_DAYS_MAX = 2;

    /** Of 100 steps. */
    private static final int EXPIRING = 40;

    private static final int STOPPING = 30;
    private static final int CORRECTING = 60;
    private static final int CORRECTIONS = 3;
    private static final int REPEATING = 40;
    private static final int HALTING = 6;
    private static final int CANCELING = 6;

    private final SplittableRandom random;
    private final AcceptedCommands accepted = new AcceptedCommands();
    private final Map<String, DefineInstrument> instruments = new TreeMap<>();
    private final Map<String, Trade> traded = new TreeMap<>();
    private final List<TradeOf> trades = new ArrayList<>();
    private final List<Submission> earlier = new ArrayList<>();
    private final List<Submission> due = new ArrayList<>();
    private int ids;

    private record TradeOf(String symbol, Trade trade) {}

    RareCommands(long seed) {
        this.random = new SplittableRandom(seed);
    }

    @Override
    public void observe(Event event) {
        if (event.body() instanceof Trade trade) {
            traded.put(event.symbol(), trade);
            trades.add(new TradeOf(event.symbol(), trade));
        }
        Command configured = accepted.configuration(event);
        if (configured != null && configured.body() instanceof DefineInstrument instrument) {
            instruments.put(event.symbol(), instrument);
            if (Absent.is(instrument.makerFeeBps())) {
                due.add(Submission.of(event.symbol(), OPERATOR, withFees(instrument)));
            }
        }
    }

    private DefineInstrument withFees(DefineInstrument plain) {
        return new DefineInstrument(
                plain.name(),
                plain.category(),
                plain.currency(),
                plain.tickSize(),
                plain.lotSize(),
                plain.maxOrderQty(),
                plain.leadTimeDays(),
                plain.allowShort(),
                plain.tracksStock(),
                plain.bandLowPx(),
                plain.bandHighPx(),
                plain.bandPercent(),
                random.nextInt(-FEE_BPS_MAX, FEE_BPS_MAX),
                random.nextInt(1, FEE_BPS_MAX),
                random.nextInt(SETTLEMENT_DAYS_MAX + 1));
    }

    @Override
    public List<Submission> step(long time) {
        List<Submission> said = new ArrayList<>(due);
        due.clear();
        if (traded.isEmpty()) {
            return said;
        }
        int repeats = said.size();
        if (happens(EXPIRING)) {
            expireTogether(time, said);
        }
        if (happens(STOPPING)) {
            waitAndHide(said);
        }
        if (happens(CORRECTING)) {
            for (int i = 0; i < CORRECTIONS; i++) {
                correct(said);
            }
        }
        if (happens(HALTING)) {
            String symbol = symbol();
            said.add(Submission.of(symbol, OPERATOR, new SetTradingStatus(TradingStatus.HALTED, "for a moment")));
            due.add(Submission.of(symbol, OPERATOR, new SetTradingStatus(TradingStatus.OPEN, "as before")));
        }
        if (happens(CANCELING)) {
            said.add(Submission.of(symbol(), account(), new MassCancel(id(), null)));
        }
        earlier.addAll(said.subList(repeats, said.size()));
        if (happens(REPEATING) && !earlier.isEmpty()) {
            said.add(earlier.get(random.nextInt(earlier.size())));
        }
        return said;
    }

    /** Some that rest too low to trade, as long as each other. */
    private void expireTogether(long time, List<Submission> said) {
        String symbol = symbol();
        long expireTime = time + random.nextInt(1, LIVES_MS_MAX);
        for (int i = 0; i < TOGETHER; i++) {
            long price = price(symbol, 50 - i);
            said.add(order(symbol, OrdType.LIMIT, price, Absent.NUMBER, TimeInForce.GTD, expireTime, Absent.NUMBER));
        }
    }

    /** Stops that wait above the last price, and a queue of icebergs at it. */
    private void waitAndHide(List<Submission> said) {
        String symbol = symbol();
        long lot = lot(symbol);
        said.add(order(
                symbol,
                OrdType.STOP,
                Absent.NUMBER,
                price(symbol, 101),
                TimeInForce.DAY,
                Absent.NUMBER,
                Absent.NUMBER));
        for (int i = 0; i < TOGETHER; i++) {
            said.add(order(
                    symbol, OrdType.LIMIT, price(symbol, 100), Absent.NUMBER, TimeInForce.GTC, Absent.NUMBER, lot));
        }
    }

    /** A bust, a lower quantity or another price, of any trade so far; of some twice. */
    private void correct(List<Submission> said) {
        TradeOf chosen = trades.get(random.nextInt(trades.size()));
        Trade trade = chosen.trade();
        String symbol = chosen.symbol();
        long lot = lot(symbol);
        CorrectTrade bust = new CorrectTrade(trade.tradeId(), "in error", Absent.NUMBER, Absent.NUMBER);
        CorrectTrade correction =
                switch (random.nextInt(3)) {
                    case 0 -> bust;
                    case 1 -> new CorrectTrade(trade.tradeId(), "price", trade.price() + tick(symbol), Absent.NUMBER);
                    default -> new CorrectTrade(trade.tradeId(), "quantity", Absent.NUMBER, lot);
                };
        said.add(Submission.of(symbol, OPERATOR, correction));
        if (random.nextBoolean()) {
            said.add(Submission.of(symbol, OPERATOR, bust));
        }
    }

    private Submission order(
            String symbol, OrdType type, long price, long stopPx, TimeInForce force, long expireTime, long displayQty) {
        NewOrder order = new NewOrder(
                id(),
                Side.BUY,
                type,
                lot(symbol) * random.nextInt(2, 5),
                price,
                stopPx,
                force,
                expireTime,
                displayQty,
                Absent.NUMBER,
                false,
                null,
                Absent.NUMBER,
                null);
        return Submission.of(symbol, account(), order);
    }

    private boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    /** One that has traded. */
    private String symbol() {
        List<String> symbols = List.copyOf(traded.keySet());
        return symbols.get(random.nextInt(symbols.size()));
    }

    private String account() {
        return ACCOUNT + random.nextInt(ACCOUNTS);
    }

    private String id() {
        return "R" + ++ids;
    }

    private DefineInstrument instrument(String symbol) {
        DefineInstrument instrument = instruments.get(symbol);
        if (instrument == null) {
            throw new IllegalStateException(symbol + " has traded and was never defined");
        }
        return instrument;
    }

    private long lot(String symbol) {
        return instrument(symbol).lotSize();
    }

    private long tick(String symbol) {
        return instrument(symbol).tickSize();
    }

    /** So many percent of the last price, in ticks. */
    private long price(String symbol, int percent) {
        Trade last = traded.get(symbol);
        if (last == null) {
            throw new IllegalStateException(symbol + " has not traded");
        }
        long tick = tick(symbol);
        return Math.max(1, last.price() / 100 * percent / tick) * tick;
    }
}
