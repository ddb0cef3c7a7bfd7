package io.stockmate.pipelines.reconcile;

import io.stockmate.core.ledger.Accounts;
import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.ledger.Units;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.Trade;
import io.stockmate.core.message.TradeCorrected;
import io.stockmate.core.message.Transfer;

/** Invariant 12: by the trades themselves, not by the rules that book them. */
record TradeMoney(String symbol, BookedAnew booked, Findings findings) {
    /** Checks the event that was booked last. */
    void check(Event event) {
        String id = event.header().execId();
        if (event.body() instanceof Trade trade) {
            require(event, id, Math.multiplyExact(trade.price(), trade.qty()), trade.qty());
        } else if (event.body() instanceof TradeCorrected corrected) {
            require(event, id + "-R", Math.multiplyExact(corrected.oldPrice(), corrected.oldQty()), corrected.oldQty());
            require(event, id + "-C", Math.multiplyExact(corrected.newPrice(), corrected.newQty()), corrected.newQty());
        }
    }

    private void require(Event event, String id, long money, long goods) {
        Transaction transaction = booked.newest(id);
        long movedMoney = 0;
        long movedGoods = 0;
        if (transaction != null) {
            for (Transfer transfer : transaction.transfers()) {
                if (Units.isGoods(transfer.unit())) {
                    movedGoods += transfer.amount();
                } else if (!Accounts.isOfTheHouse(transfer.fromAccount())
                        && !Accounts.isOfTheHouse(transfer.toAccount())) {
                    movedMoney += transfer.amount();
                }
            }
        }
        if (movedMoney != money || movedGoods != goods) {
            findings.add(
                    Invariant.TRADES_ARE_BOOKED,
                    symbol,
                    Places.of(event),
                    "transaction " + id + " moves " + movedMoney + " of money and " + movedGoods + " of goods, not "
                            + money + " and " + goods);
        }
    }
}
