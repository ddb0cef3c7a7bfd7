package io.stockmate.core.book;

import static io.stockmate.core.message.SelfTradePrevention.CANCEL_NEW;
import static io.stockmate.core.message.Side.BUY;
import static io.stockmate.core.message.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;

/** A book and what it tells, for three accounts to trade on. */
interface BookTrial {
    int ANNA = 1;
    int BOB = 2;
    int CARL = 3;

    Book book();

    ToldInWords told();

    default long buy(long order, int account, long limit, long quantity) {
        return enter(order, account, BUY, limit, quantity, CANCEL_NEW, true);
    }

    default long sell(long order, int account, long limit, long quantity) {
        return enter(order, account, SELL, limit, quantity, CANCEL_NEW, true);
    }

    default long enter(
            long order,
            int account,
            Side side,
            long limit,
            long quantity,
            SelfTradePrevention prevention,
            boolean rests) {
        return book().enter(order, account, side, limit, quantity, prevention, rests, told());
    }

    default void assertPicture(String... lines) {
        assertThat(BookPicture.of(book())).containsExactly(lines);
    }
}
