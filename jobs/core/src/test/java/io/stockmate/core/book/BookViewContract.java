package io.stockmate.core.book;

import static io.stockmate.core.message.SelfTradePrevention.CANCEL_BOTH;
import static io.stockmate.core.message.SelfTradePrevention.CANCEL_NEW;
import static io.stockmate.core.message.SelfTradePrevention.CANCEL_RESTING;
import static io.stockmate.core.message.SelfTradePrevention.DECREMENT;
import static io.stockmate.core.message.SelfTradePrevention.NONE;
import static io.stockmate.core.message.Side.BUY;
import static io.stockmate.core.message.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a book tells of itself without changing. */
interface BookViewContract extends BookTrial {
    @Test
    default void fillableCountsWhatTheLimitReaches() {
        sell(1, BOB, 100, 3);
        sell(2, BOB, 101, 4);
        sell(3, BOB, 102, 5);

        assertThat(book().fillable(ANNA, BUY, 99, 100, CANCEL_NEW)).isZero();
        assertThat(book().fillable(ANNA, BUY, 101, 100, CANCEL_NEW)).isEqualTo(7);
        assertThat(book().fillable(ANNA, BUY, 101, 5, CANCEL_NEW)).isEqualTo(5);
        assertThat(book().fillable(ANNA, BUY, Book.ANY_BUY, 100, CANCEL_NEW)).isEqualTo(12);
        assertThat(book().fillable(ANNA, SELL, Book.ANY_SELL, 100, CANCEL_NEW)).isZero();
        assertThat(told().lines()).isEmpty();
        assertPicture("bid | price | ask", "    |   102 | 5#3", "    |   101 | 4#2", "    |   100 | 3#1");
    }

    @Test
    default void fillableLeavesOutWhatPreventionWouldRemoveOrStopAt() {
        sell(1, BOB, 100, 3);
        sell(2, ANNA, 100, 4);
        sell(3, BOB, 101, 5);

        assertThat(book().fillable(ANNA, BUY, 101, 10, CANCEL_NEW)).isEqualTo(3);
        assertThat(book().fillable(ANNA, BUY, 101, 10, CANCEL_BOTH)).isEqualTo(3);
        assertThat(book().fillable(ANNA, BUY, 101, 10, CANCEL_RESTING)).isEqualTo(8);
        assertThat(book().fillable(ANNA, BUY, 101, 10, DECREMENT)).isEqualTo(6);
        assertThat(book().fillable(ANNA, BUY, 101, 7, DECREMENT)).isEqualTo(3);
        assertThat(book().fillable(ANNA, BUY, 101, 10, NONE)).isEqualTo(10);
        assertThat(book().fillable(ANNA, BUY, 101, 3, CANCEL_NEW)).isEqualTo(3);
    }

    @Test
    default void levelsAreVisitedFromTheBestOnAsLongAsWanted() {
        buy(1, ANNA, 100, 3);
        buy(2, BOB, 101, 4);
        buy(3, BOB, 101, 5);
        buy(4, BOB, 99, 6);

        List<String> all = new ArrayList<>();
        book().levels(BUY, (price, quantity, orders) -> all.add(price + " " + quantity + " " + orders));
        assertThat(all).containsExactly("101 9 2", "100 3 1", "99 6 1");

        List<Long> firstTwo = new ArrayList<>();
        book().levels(BUY, (price, quantity, orders) -> {
            firstTwo.add(price);
            return firstTwo.size() < 2;
        });
        assertThat(firstTwo).containsExactly(101L, 100L);
    }

    @Test
    default void ordersAreVisitedByPriorityAsLongAsWanted() {
        sell(1, ANNA, 100, 3);
        sell(2, BOB, 99, 4);
        sell(3, CARL, 100, 5);

        List<String> all = new ArrayList<>();
        book().orders(
                        SELL,
                        (order, account, price, quantity, hidden) ->
                                all.add(order + " " + account + " " + price + " " + quantity));
        assertThat(all).containsExactly("2 2 99 4", "1 1 100 3", "3 3 100 5");

        List<Long> firstTwo = new ArrayList<>();
        book().orders(SELL, (order, account, price, quantity, hidden) -> {
            firstTwo.add(order);
            return firstTwo.size() < 2;
        });
        assertThat(firstTwo).containsExactly(2L, 1L);
    }
}
