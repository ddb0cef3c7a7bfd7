package io.stockmate.pipelines.reconcile;

import io.stockmate.core.ledger.Accounts;
import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.ledger.Units;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.Trade;
import io.stockmate.core.message.TradeCorrected;
import io.stockmate.core.message.Transfer;

/**
 * Invariant 12: by the trades themselves, not by the rules that book them. Money goes from buyer to seller and goods
 * from seller to buyer; in a reversal both go back. Fees, which go to the house, are left out.
 */
record TradeMoney(String symbol, BookedAnew booked, Findings findings) {
    /** Checks the event that was booked last. */
    void check(Event event) {
        String id = event.header().execId();
        if (event.body() instanceof Trade trade) {
            Parties parties = new Parties(trade.buyer(), trade.seller());
            require(event, id, parties, 1, Math.multiplyExact(trade.price(), trade.qty()), trade.qty());
        } else if (event.body() instanceof TradeCorrected corrected) {
            Parties parties = new Parties(corrected.buyer(), corrected.seller());
            long undone = Math.multiplyExact(corrected.oldPrice(), corrected.oldQty());
            require(event, id + "-R", parties, -1, undone, corrected.oldQty());
            long anew = Math.multiplyExact(corrected.newPrice(), corrected.newQty());
            require(event, id + "-C", parties, 1, anew, corrected.newQty());
        }
    }

    private record Parties(String buyer, String seller) {
        /** What a transfer moves from one party to the other: less than 0 the other way; 0 between anybody else. */
        long moved(Transfer transfer, String from, String to) {
            boolean forth = isOf(transfer.fromAccount(), from) && isOf(transfer.toAccount(), to);
            boolean back = isOf(transfer.fromAccount(), to) && isOf(transfer.toAccount(), from);
            return forth ? transfer.amount() : back ? -transfer.amount() : 0;
        }

        private static boolean isOf(String account, String participant) {
            return account.startsWith(participant + "/");
        }

        boolean areOne() {
            return buyer.equals(seller);
        }
    }

    /** @param sign -1 for a reversal; a trade with oneself moves from an account to itself, which has no direction */
    private void require(Event event, String id, Parties parties, int sign, long money, long goods) {
        Transaction transaction = booked.newest(id);
        long movedMoney = 0;
        long movedGoods = 0;
        boolean ofOthers = false;
        if (transaction != null) {
            for (Transfer transfer : transaction.transfers()) {
                if (Units.isGoods(transfer.unit())) {
                    long moved = parties.moved(transfer, parties.seller(), parties.buyer());
                    movedGoods += moved;
                    ofOthers |= moved == 0;
                } else if (!Accounts.isOfTheHouse(transfer.fromAccount())
                        && !Accounts.isOfTheHouse(transfer.toAccount())) {
                    long moved = parties.moved(transfer, parties.buyer(), parties.seller());
                    movedMoney += moved;
                    ofOthers |= moved == 0;
                }
            }
        }
        int direction = parties.areOne() ? 1 : sign;
        if (movedMoney != direction * money || movedGoods != direction * goods || ofOthers) {
            findings.add(
                    Invariant.TRADES_ARE_BOOKED,
                    symbol,
                    Places.of(event),
                    "transaction " + id + " moves " + movedMoney + " of money from " + parties.buyer() + " to "
                            + parties.seller() + " and " + movedGoods + " of goods back, not " + direction * money
                            + " and " + direction * goods + (ofOthers ? ", and moves what belongs to others" : ""));
        }
        if (transaction != null && (sign < 0) != (transaction.reverses() != null)) {
            findings.add(
                    Invariant.TRADES_ARE_BOOKED,
                    symbol,
                    Places.of(event),
                    "transaction " + id + " reverses " + transaction.reverses());
        }
    }
}
