package io.stockmate.core.ledger;

import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.ConfirmPayment;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.PaymentStatus;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.Trade;
import io.stockmate.core.message.TradeCorrected;
import io.stockmate.core.message.TransferReason;
import io.stockmate.core.state.PieceStore;
import org.jspecify.annotations.Nullable;

/**
 * The books of one symbol, from its events in order.
 *
 * <ul>
 *   <li>A trade moves money one way and goods the other, and takes fees: of the maker, whose order rested, and of the
 *       taker, by the account's rates or else the instrument's. Each fee is rounded once ({@link FeeRates}).
 *   <li>Where the instrument has settlement days, the money is owed until the value date: the UTC day of the trade and
 *       so many calendar days. The first tick of that day settles what is due, netted for each account.
 *   <li>Goods of an instrument that tracks no stock are booked by its trades all the same.
 *   <li>After each stock level an account's goods and transit are what it has on hand and on order: receipts, issues
 *       and counts move the difference.
 *   <li>A corrected trade is reversed, transfer by transfer, fees included; what it should have been is booked anew, at
 *       the rates of the trade. Money of trades that have settled is due again on the day of the correction.
 *   <li>A captured payment is the paying account's money at the payment provider; a failed one moves nothing.
 *   <li>Usage per account and hour.
 * </ul>
 *
 * <p>What is remembered is bounded by the accounts that hold goods or were active within the hour, by what is due on
 * later days, and by the trades that can be corrected.
 */
public final class SymbolLedger {
    private final Head head;
    private final Pieces pieces;
    private final LedgerSink sink;
    private final UsageCount usage;
    private final Settlements settlements;
    private final TradeBooks trades;

    private SymbolLedger(Head head, Pieces pieces, LedgerSettings settings, LedgerSink sink) {
        this.head = head;
        this.pieces = pieces;
        this.sink = sink;
        this.usage = new UsageCount(pieces, head, sink);
        this.settlements = new Settlements(pieces, head, sink);
        this.trades = new TradeBooks(pieces, head, settings, settlements, sink);
    }

    /** Whether an event can change the books; those that cannot need not be applied. */
    public static boolean concerns(Event event) {
        if (event.seq() == 0) {
            return false;
        }
        if (event.body() instanceof ExecutionReport report) {
            return report.execType() == ExecType.NEW;
        }
        return event.body() instanceof Trade
                || event.body() instanceof TradeCorrected
                || event.body() instanceof StockLevel
                || event.body() instanceof Accepted;
    }

    /**
     * Applies the next event of the symbol.
     *
     * @param accepted the command that an {@link Accepted} carries, where it defines the instrument or confirms a
     *     payment
     * @throws IllegalStateException if a trade is corrected that the books no longer keep
     */
    public static void apply(
            Event event, @Nullable Command accepted, LedgerSettings settings, PieceStore store, LedgerSink sink) {
        Pieces pieces = new Pieces(store);
        Head known = pieces.get(Pieces.HEAD, Head::read);
        SymbolLedger ledger = new SymbolLedger(known == null ? new Head() : known, pieces, settings, sink);
        ledger.apply(event, accepted);
        if (ledger.head.changed) {
            pieces.put(Pieces.HEAD, ledger.head);
        }
    }

    private void apply(Event event, @Nullable Command accepted) {
        EventHeader header = event.header();
        usage.turn(header);
        if (event.body() instanceof Trade trade) {
            trades.book(header, trade);
            usage.trade(trade.buyer(), trade.qty());
            usage.trade(trade.seller(), trade.qty());
        } else if (event.body() instanceof TradeCorrected corrected) {
            trades.correct(header, corrected);
        } else if (event.body() instanceof StockLevel level) {
            new GoodsBooks(pieces, head, sink).follow(header, level);
        } else if (event.body() instanceof ExecutionReport report && report.execType() == ExecType.NEW) {
            usage.order(report.account());
        } else if (accepted != null && accepted.body() instanceof DefineInstrument instrument) {
            head.define(instrument);
        } else if (accepted != null && accepted.body() instanceof ConfirmPayment payment) {
            pay(header, accepted.account(), payment);
        } else if (event.body() instanceof Accepted any && any.kind().equals(CommandType.TICK.wireName())) {
            settlements.settle(header);
            trades.forget(header.ts());
        }
    }

    private void pay(EventHeader header, String account, ConfirmPayment payment) {
        if (payment.status() == PaymentStatus.CAPTURED) {
            Booking.of(header, TransferReason.PAYMENT, payment.paymentId())
                    .move(head.currency, Accounts.PAYMENTS, Accounts.cash(account), payment.amount())
                    .post(sink);
        }
    }
}
