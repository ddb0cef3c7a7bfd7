package io.stockmate.core.demand.daily;

import io.stockmate.core.message.Absent;

/** What an account did on a day that is not closed. */
final class AccountDay {
    static final AccountDay NOTHING = new AccountDay(0);

    final long day;
    long sold;
    long issued;

    /** What it asked for last, or was paid, in units of 10⁻⁴; absent where it did neither. */
    long price = Absent.NUMBER;

    /** How long it had nothing on hand. */
    long soldOutMs;

    AccountDay(long day) {
        this.day = day;
    }

    /** All but the day. */
    void write(PieceWriter out) {
        out.number(sold).number(issued).number(soldOutMs).amount(price);
    }

    static AccountDay read(long day, PieceReader in) {
        AccountDay read = new AccountDay(day);
        read.sold = in.number();
        read.issued = in.number();
        read.soldOutMs = in.number();
        read.price = Account.amount(in);
        return read;
    }
}
