package io.stockmate.core.ledger;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Trade;
import io.stockmate.core.message.TradeCorrected;
import io.stockmate.core.message.TransferReason;
import io.stockmate.core.state.Days;

/**
 * Trades and their corrections. A trade is, in this order: money from buyer to seller; goods from seller to buyer, or
 * to what is in transit to the buyer where they come later; the maker's fee; the taker's. Fees are due at once, the
 * rest of the money on the value date where there is one.
 */
final class TradeBooks {
    private final Pieces pieces;
    private final Head head;
    private final LedgerSettings settings;
    private final Settlements settlements;
    private final LedgerSink sink;

    TradeBooks(Pieces pieces, Head head, LedgerSettings settings, Settlements settlements, LedgerSink sink) {
        this.pieces = pieces;
        this.head = head;
        this.settings = settings;
        this.settlements = settlements;
        this.sink = sink;
    }

    void book(EventHeader event, Trade trade) {
        boolean buyerIsMaker = trade.aggressorSide() == Side.SELL;
        FeeRates buyerRates = settings.rates(trade.buyer(), head.fees);
        FeeRates sellerRates = settings.rates(trade.seller(), head.fees);
        BookedTrade booked = new BookedTrade(
                event.seq(),
                event.ts(),
                trade.price(),
                trade.qty(),
                trade.buyer(),
                trade.seller(),
                trade.currency(),
                buyerIsMaker ? buyerRates.makerBps() : buyerRates.takerBps(),
                buyerIsMaker ? sellerRates.takerBps() : sellerRates.makerBps(),
                buyerIsMaker,
                head.settlementDays == 0 ? Absent.NUMBER : Days.start(Days.of(event.ts()) + head.settlementDays),
                !Absent.is(trade.dueAt()),
                head.tracksStock);
        long number = number(trade.tradeId());
        pieces.put(Pieces.TRADE + number, booked);
        head.newestTrade = number;
        head.changed = true;
        if (booked.tracked() && booked.isWithItself()) {
            head.halfTold = booked.buyer();
        }
        Booking booking = Booking.of(event, "", TransferReason.TRADE, trade.tradeId(), null, booked.valueDate());
        move(booking, event.symbol(), booked, booked.valueDate(), 1);
    }

    /** @throws TradeNotKept if the trade is not kept: the market corrects each but once, and in time */
    void correct(EventHeader event, TradeCorrected corrected) {
        String name = Pieces.TRADE + number(corrected.tradeId());
        BookedTrade trade = pieces.get(name, BookedTrade::read);
        if (trade == null) {
            throw new TradeNotKept(event.execId(), corrected.tradeId());
        }
        pieces.remove(name);
        long day = Days.start(Days.of(event.ts()));
        long valueDate = trade.valueDateFrom(day);
        String reverses = Booking.id(event.symbol(), trade.seq(), "");
        Booking reversal = Booking.of(event, "-R", TransferReason.REVERSAL, corrected.tradeId(), reverses, valueDate);
        move(reversal, event.symbol(), trade, valueDate, -1);
        if (corrected.newQty() > 0) {
            Booking correction =
                    Booking.of(event, "-C", TransferReason.CORRECTION, corrected.tradeId(), null, valueDate);
            BookedTrade now = trade.corrected(corrected.newPrice(), corrected.newQty(), day);
            move(correction, event.symbol(), now, valueDate, 1);
        }
        boolean levelsFollow = trade.tracked() && head.tracksStock && corrected.newQty() < trade.qty();
        if (levelsFollow && trade.isWithItself()) {
            head.halfTold = trade.buyer();
            head.changed = true;
        }
    }

    /** @param sign 1 for the trade, -1 for its reversal */
    private void move(Booking booking, String symbol, BookedTrade trade, long valueDate, int sign) {
        long money = sign * trade.money();
        long qty = sign * trade.qty();
        if (Absent.is(valueDate)) {
            booking.move(trade.currency(), Accounts.cash(trade.buyer()), Accounts.cash(trade.seller()), money);
        } else {
            booking.move(
                    trade.currency(), Accounts.unsettled(trade.buyer()), Accounts.unsettled(trade.seller()), money);
            settlements.add(Days.of(valueDate), trade.currency(), trade.buyer(), -money);
            settlements.add(Days.of(valueDate), trade.currency(), trade.seller(), money);
        }
        String to = trade.inTransit() ? Accounts.transit(trade.buyer()) : Accounts.goods(trade.buyer());
        booking.move(Units.goods(symbol), Accounts.goods(trade.seller()), to, qty);
        AccountState.change(pieces, trade.seller(), seller -> seller.goods -= qty);
        AccountState.change(pieces, trade.buyer(), buyer -> {
            if (trade.inTransit()) {
                buyer.transit += qty;
            } else {
                buyer.goods += qty;
            }
        });
        long ofBuyer = sign * FeeRates.fee(trade.money(), trade.buyerFeeBps());
        long ofSeller = sign * FeeRates.fee(trade.money(), trade.sellerFeeBps());
        String maker = Accounts.cash(trade.buyerIsMaker() ? trade.buyer() : trade.seller());
        String taker = Accounts.cash(trade.buyerIsMaker() ? trade.seller() : trade.buyer());
        booking.move(trade.currency(), maker, Accounts.FEES, trade.buyerIsMaker() ? ofBuyer : ofSeller);
        booking.move(trade.currency(), taker, Accounts.FEES, trade.buyerIsMaker() ? ofSeller : ofBuyer);
        booking.post(sink);
    }

    /** Forgets the trades that can no longer be corrected. */
    void forget(long ts) {
        while (head.oldestTrade <= head.newestTrade) {
            String name = Pieces.TRADE + head.oldestTrade;
            BookedTrade oldest = pieces.get(name, BookedTrade::read);
            if (oldest != null && ts - oldest.ts() < settings.correctableMs()) {
                return;
            }
            pieces.remove(name);
            head.oldestTrade++;
            head.changed = true;
        }
    }

    /** What stands behind the last hyphen of a tradeId. */
    private static long number(String tradeId) {
        return Long.parseLong(tradeId.substring(tradeId.lastIndexOf('-') + 1));
    }
}
