package io.stockmate.benchmarks.ledger;

import io.stockmate.connectors.wire.AcceptedCommands;
import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.ConfirmPayment;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.PaymentStatus;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.Trade;
import io.stockmate.core.message.TradeCorrected;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One symbol's part of {@link TradedTotals}. */
final class TotalsOfSymbol {
    private final AcceptedCommands accepted = new AcceptedCommands();
    private final TradedTotals totals;
    private final boolean lively;
    private @Nullable Terms terms;

    private record Terms(String currency, ChargedFees fees, OwedMoney owed) {}

    /** @param lively whether something is left of it; of another, what its trades were charged is all */
    TotalsOfSymbol(TradedTotals totals, boolean lively) {
        this.totals = totals;
        this.lively = lively;
    }

    void add(Event event) {
        Command configuration = accepted.configuration(event);
        if (configuration != null && configuration.body() instanceof DefineInstrument instrument) {
            terms = new Terms(
                    instrument.currency(), new ChargedFees(instrument), new OwedMoney(instrument.settlementDays()));
        } else if (event.body() instanceof Trade trade) {
            trade(trade, event.header().ts());
        } else if (event.body() instanceof TradeCorrected corrected) {
            correct(corrected, event.header().ts());
        } else if (lively && event.body() instanceof StockLevel level) {
            totals.level(level.account() + "/goods", "#" + event.symbol(), level.onHand());
            totals.level(level.account() + "/transit", "#" + event.symbol(), level.onOrder());
        } else if (event.body() instanceof Accepted any && any.kind().equals(CommandType.TICK.wireName())) {
            terms().owed.tick(event.header().ts(), this::leave);
        } else {
            capture(accepted.payment(event));
        }
    }

    /** Nothing follows. */
    void end() {
        terms().owed
                .rest()
                .forEach((due, accounts) ->
                        accounts.forEach((account, amount) -> totals.owe(account, terms().currency, due, amount)));
    }

    private Terms terms() {
        if (terms == null) {
            throw new IllegalStateException("a symbol that was not defined first");
        }
        return terms;
    }

    private void trade(Trade trade, long ts) {
        totals.trade(trade.currency(), trade.price(), trade.qty());
        ChargedFees.Fees fees = terms().fees.of(trade);
        totals.charge(trade.currency(), fees);
        if (lively) {
            LocalDate due = terms().owed.traded(trade.tradeId(), ts);
            pay(due, trade.buyer(), trade.seller(), Math.multiplyExact(trade.price(), trade.qty()));
            take(trade.buyer(), trade.seller(), fees, 1);
        }
    }

    private void correct(TradeCorrected corrected, long ts) {
        ChargedFees.Fees anew = terms().fees.after(corrected);
        totals.charge(terms().currency, anew);
        LocalDate due = terms().owed.corrected(corrected.tradeId(), ts);
        long before = Math.multiplyExact(corrected.oldPrice(), corrected.oldQty());
        long after = Math.multiplyExact(corrected.newPrice(), corrected.newQty());
        pay(due, corrected.buyer(), corrected.seller(), after - before);
        take(corrected.buyer(), corrected.seller(), terms().fees.before(corrected), -1);
        take(corrected.buyer(), corrected.seller(), anew, 1);
    }

    private void capture(@Nullable Command command) {
        if (command != null
                && command.body() instanceof ConfirmPayment payment
                && payment.status() == PaymentStatus.CAPTURED) {
            leave(command.account(), payment.amount());
            totals.leave(":payments", terms().currency, -payment.amount());
        }
    }

    private void pay(LocalDate due, String from, String to, long amount) {
        if (terms().owed.isNone()) {
            leave(from, -amount);
            leave(to, amount);
        } else {
            terms().owed.owe(due, from, -amount);
            terms().owed.owe(due, to, amount);
        }
    }

    /** @param sign -1 gives back */
    private void take(String buyer, String seller, ChargedFees.Fees fees, int sign) {
        leave(buyer, -sign * fees.buyers());
        leave(seller, -sign * fees.sellers());
        totals.leave(":fees", terms().currency, sign * fees.sum());
    }

    private void leave(String account, long amount) {
        totals.leave(account + "/cash", terms().currency, amount);
    }
}
