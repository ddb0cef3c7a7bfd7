package io.stockmate.core.demand.daily;

import io.stockmate.core.message.Absent;

/**
 * An account that only buys, so far: what it has and what it has ordered, should it plan its stock later. Kept as long
 * as anything of it is open, and for four weeks while it has goods, or else every customer would stay for ever.
 *
 * @param heard the day on which it was heard of last
 */
record Buyer(long heard, Account account) {
    static final String PREFIX = "buyer/";
    private static final int VERSION = 1;

    boolean hasNothing() {
        return isNothingOpen() && (Absent.is(account.onHand) || account.onHand <= 0);
    }

    /** At the end of {@code day}. */
    boolean isIdle(long day) {
        return isNothingOpen() && heard <= day - RecentDays.DAYS;
    }

    private boolean isNothingOpen() {
        return account.onOrder <= 0 && account.purchases.isEmpty();
    }

    byte[] toBytes() {
        return new PieceWriter(VERSION).number(heard).bytes(account.toBytes()).toBytes();
    }

    static Buyer read(byte[] piece) {
        return PieceReader.read(piece, VERSION, VERSION, in -> new Buyer(in.number(), Account.read(in.bytes())));
    }
}
