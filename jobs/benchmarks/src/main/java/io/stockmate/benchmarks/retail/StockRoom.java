package io.stockmate.benchmarks.retail;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.connectors.wire.Decoded;
import io.stockmate.core.market.Market;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.BusinessReject;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.MoveKind;
import io.stockmate.core.message.MoveStock;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends rows through the codec and the markets of their symbols: each becomes one MoveStock of one account that arrives
 * at the row's time, and the issues are read from the StockLevels that answer. The stock before the first row is not
 * known, so each symbol opens with a receipt that covers everything.
 */
public final class StockRoom {
    private static final String OPERATOR = "OPS";
    private static final String SHOP = "SHOP";
    private static final long OPENING_STOCK = 100_000_000_000L;

    private final CommandCodec codec = new CommandCodec();
    private final MarketRules rules = MarketRules.of(List.of(OPERATOR), MarketRules.CORRECTABLE_MS_DEFAULT);
    private final Map<String, Market> markets = new HashMap<>();
    private final List<Issue> issues = new ArrayList<>();
    private long commands;

    /** The issues that the rows cause, in their order. */
    public static List<Issue> issues(List<RetailRow> rows) {
        StockRoom room = new StockRoom();
        for (RetailRow row : rows) {
            room.move(row);
        }
        return room.issues;
    }

    private void move(RetailRow row) {
        if (!markets.containsKey(row.symbol())) {
            markets.put(row.symbol(), Market.open(rules, row.symbol()));
            send(row, OPERATOR, definition(row.symbol()));
            send(row, SHOP, movement(MoveKind.RECEIPT, OPENING_STOCK));
        }
        send(row, SHOP, movement(row.movement(), row.quantity()));
    }

    private void send(RetailRow row, String account, CommandBody body) {
        Command sent = new Command(row.symbol(), account, Absent.NUMBER, body);
        Cause cause = new Cause("shardId-000000000000", String.valueOf(++commands), 0, row.timeMillis());
        Decoded decoded = codec.decode(new ArrivedRecord(cause, row.symbol(), codec.encode(sent)));
        if (!(decoded instanceof Decoded.Understood understood)) {
            throw new IllegalArgumentException("the row " + row + " cannot be a command: " + decoded);
        }
        Market market = markets.get(row.symbol());
        if (market == null) {
            throw new IllegalStateException("no market is open for " + row.symbol());
        }
        market.apply(understood.command(), cause, event -> {
            if (event.body() instanceof BusinessReject refused) {
                throw new IllegalArgumentException("the row " + row + " is refused: " + refused.text());
            }
            if (event.body() instanceof StockLevel level && level.reason() == StockReason.ISSUE) {
                boolean adjustment = row.kind() == RetailRow.Kind.ADJUSTMENT;
                issues.add(new Issue(event.symbol(), event.header().ts(), -level.delta(), adjustment));
            }
        });
    }

    private MoveStock movement(MoveKind kind, long quantity) {
        return new MoveStock("m-" + commands, kind, quantity, null, null, Absent.NUMBER);
    }

    private static DefineInstrument definition(String symbol) {
        long none = Absent.NUMBER;
        return new DefineInstrument(
                symbol, null, "GBP", 1, 1, 999_999_999L, 0, false, true, none, none, none, none, none, none);
    }
}
