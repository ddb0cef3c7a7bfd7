package io.stockmate.benchmarks.ledger;

import io.stockmate.connectors.wire.AcceptedCommands;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.ConfirmPayment;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.PaymentStatus;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.Trade;
import io.stockmate.core.message.TradeCorrected;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the markets of {@link TradedSymbol} say of money and goods, played once more and summed up in another way than
 * the books': what must be left on customers' accounts when all trades have been corrected or undone and all is
 * settled.
 */
public final class TradedTotals {
    private final AcceptedCommands accepted = new AcceptedCommands();
    private final SortedMap<String, Long> money = new TreeMap<>();
    private final SortedMap<String, Long> left = new TreeMap<>();
    private String currency = "";
    private long trades;

    private TradedTotals() {}

    /** Those of the symbols 1 to {@code symbols}, with so many trades each, at least. */
    public static TradedTotals of(long symbols, int trades) {
        TradedTotals totals = new TradedTotals();
        for (long number = 1; number <= symbols; number++) {
            boolean lively = TradedSymbol.isLively(number);
            TradedSymbol.play(number, trades, lively, event -> totals.add(event, lively));
        }
        totals.left.values().removeIf(amount -> amount == 0);
        return totals;
    }

    public long trades() {
        return trades;
    }

    /** Trades' prices times quantities, by currency. */
    public SortedMap<String, Long> money() {
        return money;
    }

    /** By account and unit, with a blank between, where it is not 0. */
    public SortedMap<String, Long> left() {
        return left;
    }

    private void add(Event event, boolean lively) {
        if (event.body() instanceof Trade trade) {
            trades++;
            currency = trade.currency();
            money.merge(currency, value(trade.price(), trade.qty()), Math::addExact);
        }
        if (lively) {
            leave(event);
        }
    }

    private void leave(Event event) {
        if (event.body() instanceof Trade trade) {
            pay(trade.buyer(), trade.seller(), value(trade.price(), trade.qty()));
        } else if (event.body() instanceof TradeCorrected corrected) {
            long before = value(corrected.oldPrice(), corrected.oldQty());
            long after = value(corrected.newPrice(), corrected.newQty());
            pay(corrected.buyer(), corrected.seller(), after - before);
        } else if (event.body() instanceof StockLevel level) {
            left.put(level.account() + "/goods #" + event.symbol(), level.onHand());
            left.put(level.account() + "/transit #" + event.symbol(), level.onOrder());
        } else {
            capture(accepted.payment(event));
        }
    }

    private void capture(@Nullable Command command) {
        if (command != null
                && command.body() instanceof ConfirmPayment payment
                && payment.status() == PaymentStatus.CAPTURED) {
            add(command.account(), payment.amount());
            left.merge(":payments " + currency, -payment.amount(), Math::addExact);
        }
    }

    private void pay(String from, String to, long amount) {
        add(from, -amount);
        add(to, amount);
    }

    private void add(String account, long amount) {
        left.merge(account + "/cash " + currency, amount, Math::addExact);
    }

    private static long value(long price, long qty) {
        return Math.multiplyExact(price, qty);
    }
}
