package io.stockmate.core.projection;

import io.stockmate.core.book.LadderBook;
import io.stockmate.core.market.Market;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.CancelOrder;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.ReplaceOrder;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;
import java.util.ArrayList;
import java.util.List;

/** Records what a market of one symbol makes of commands, a second apart. */
public final class Tape {
    public static final String OPERATOR = "OPS";

    private static final long MORNING = 1_772_445_600_000L;

    private final List<Event> events = new ArrayList<>();
    private final String symbol;
    private final Market market;
    private int commands;

    /** Of shares in EUR, which anyone may sell short. */
    public Tape(String symbol) {
        this.symbol = symbol;
        this.market = Market.open(
                MarketRules.of(List.of(OPERATOR), MarketRules.CORRECTABLE_MS_DEFAULT), symbol, LadderBook::new);
        long none = Absent.NUMBER;
        send(
                OPERATOR,
                new DefineInstrument(
                        "A share", null, "EUR", 100, 1, 1_000, 0, true, true, none, none, none, none, none, none));
    }

    public Tape send(String account, CommandBody body) {
        Cause cause = new Cause("shard-0", Integer.toString(++commands), 0, MORNING + 1_000L * commands);
        market.apply(new Command(symbol, account, Absent.NUMBER, body), cause, events::add);
        return this;
    }

    public Tape limit(String account, String id, Side side, long quantity, long price, String listId) {
        long none = Absent.NUMBER;
        return send(
                account,
                new NewOrder(
                        id,
                        side,
                        OrdType.LIMIT,
                        quantity,
                        price,
                        none,
                        TimeInForce.GTC,
                        none,
                        none,
                        none,
                        false,
                        null,
                        none,
                        listId));
    }

    public Tape replace(String account, String id, String original, long quantity, long price) {
        long none = Absent.NUMBER;
        return send(account, new ReplaceOrder(id, original, quantity, price, none, none, none));
    }

    public Tape cancel(String account, String id, String original) {
        return send(account, new CancelOrder(id, original));
    }

    public List<Event> events() {
        return List.copyOf(events);
    }
}
