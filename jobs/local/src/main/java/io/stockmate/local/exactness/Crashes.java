package io.stockmate.local.exactness;

import io.stockmate.connectors.wire.AcceptedCommands;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.MoveKind;
import io.stockmate.core.message.MoveStock;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.message.Trade;
import io.stockmate.producers.OrderTicket;
import io.stockmate.producers.Producer;
import io.stockmate.producers.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Now and then sells to all who bid, far down to a bid of its own: what surveillance has to see. Only where no bands
 * are in the way.
 */
final class Crashes implements Producer {
    private static final String SELLER = "CRASH-1";
    private static final String BUYER = "CRASH-2";

    /** Of 100 steps. */
    private static final int OFTEN = 10;

    /** More than the demo market bids for. */
    private static final long LOTS = 100_000;

    private static final int PERCENT_MIN = 55;
    private static final int PERCENT_MAX = 80;

    private final SplittableRandom random;
    private final AcceptedCommands accepted = new AcceptedCommands();
    private final Map<String, DefineInstrument> open = new TreeMap<>();
    private final Map<String, Long> lastPx = new TreeMap<>();
    private int ids;

    Crashes(long seed) {
        this.random = new SplittableRandom(seed);
    }

    @Override
    public void observe(Event event) {
        if (event.body() instanceof Trade trade && open.containsKey(event.symbol())) {
            lastPx.put(event.symbol(), trade.price());
        }
        Command configured = accepted.configuration(event);
        if (configured != null && configured.body() instanceof DefineInstrument instrument) {
            if (isOpen(instrument)) {
                open.put(event.symbol(), instrument);
            } else {
                open.remove(event.symbol());
                lastPx.remove(event.symbol());
            }
        }
    }

    private static boolean isOpen(DefineInstrument instrument) {
        return Absent.is(instrument.bandLowPx())
                && Absent.is(instrument.bandHighPx())
                && Absent.is(instrument.bandPercent());
    }

    @Override
    public List<Submission> step(long time) {
        List<Submission> said = new ArrayList<>();
        if (lastPx.isEmpty() || random.nextInt(100) >= OFTEN) {
            return said;
        }
        List<String> symbols = List.copyOf(lastPx.keySet());
        String symbol = symbols.get(random.nextInt(symbols.size()));
        DefineInstrument instrument = open.get(symbol);
        Long last = lastPx.get(symbol);
        if (instrument == null || last == null) {
            throw new IllegalStateException(symbol + " has traded and was never defined");
        }
        long tick = instrument.tickSize();
        long low = Math.max(1, last / 100 * random.nextInt(PERCENT_MIN, PERCENT_MAX) / tick) * tick;
        long lot = instrument.lotSize();
        OrderTicket bid = OrderTicket.limit(Side.BUY, lot, low).in(TimeInForce.GTC);
        said.add(Submission.of(symbol, BUYER, bid.as(id())));
        long all = Math.min(instrument.maxOrderQty(), LOTS * lot) / lot * lot;
        said.add(Submission.of(
                symbol, SELLER, new MoveStock(id(), MoveKind.RECEIPT, all, null, "to be sold", Absent.NUMBER)));
        OrderTicket sale = OrderTicket.limit(Side.SELL, all, low).in(TimeInForce.IOC);
        said.add(Submission.of(symbol, SELLER, sale.as(id())));
        return said;
    }

    private String id() {
        return "C" + ++ids;
    }
}
