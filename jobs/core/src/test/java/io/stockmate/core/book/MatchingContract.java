package io.stockmate.core.book;

import static io.stockmate.core.message.SelfTradePrevention.CANCEL_NEW;
import static io.stockmate.core.message.Side.BUY;
import static io.stockmate.core.message.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Orders meet by price, then by time, and trade at the resting price. */
interface MatchingContract extends BookTrial {
    @Test
    default void emptyBookHasNoBest() {
        assertThat(book().bestPrice(BUY)).isZero();
        assertThat(book().bestQuantity(BUY)).isZero();
        assertThat(book().bestPrice(SELL)).isZero();
        assertThat(book().bestQuantity(SELL)).isZero();
        assertPicture("bid | price | ask");
    }

    @Test
    default void orderThatMeetsNobodyRests() {
        assertThat(buy(1, ANNA, 100, 10)).isEqualTo(10);

        assertThat(told().lines()).isEmpty();
        assertThat(book().quantity(1)).isEqualTo(10);
        assertThat(book().bestPrice(BUY)).isEqualTo(100);
        assertThat(book().bestQuantity(BUY)).isEqualTo(10);
        assertPicture(" bid | price | ask", "10#1 |   100 |");
    }

    @Test
    default void orderThatDoesNotRestLeavesNothing() {
        assertThat(enter(1, ANNA, BUY, 100, 10, CANCEL_NEW, false)).isEqualTo(10);

        assertThat(told().lines()).isEmpty();
        assertThat(book().quantity(1)).isZero();
        assertPicture("bid | price | ask");
    }

    @Test
    default void buyBelowTheBestAskRests() {
        sell(1, ANNA, 101, 10);
        buy(2, BOB, 100, 10);

        assertThat(told().lines()).isEmpty();
        assertPicture(" bid | price | ask", "     |   101 | 10#1", "10#2 |   100 |");
    }

    @Test
    default void tradeTakesTheRestingPrice() {
        sell(1, ANNA, 100, 10);
        assertThat(buy(2, BOB, 105, 10)).isZero();

        assertThat(told().lines()).containsExactly("traded 10 @ 100: #1 has 0 left, #2 has 0");
        assertPicture("bid | price | ask");
    }

    @Test
    default void sellTakesTheRestingPriceToo() {
        buy(1, ANNA, 100, 10);
        assertThat(sell(2, BOB, 95, 10)).isZero();

        assertThat(told().lines()).containsExactly("traded 10 @ 100: #1 has 0 left, #2 has 0");
    }

    @Test
    default void partlyFilledRestingOrderKeepsItsPlace() {
        sell(1, ANNA, 100, 10);
        sell(2, ANNA, 100, 10);
        buy(3, BOB, 100, 4);

        assertThat(told().lines()).containsExactly("traded 4 @ 100: #1 has 6 left, #3 has 0");
        assertPicture("bid | price | ask", "    |   100 | 6#1 10#2");
    }

    @Test
    default void partlyFilledIncomingOrderRestsWithWhatIsLeft() {
        sell(1, ANNA, 100, 4);
        assertThat(buy(2, BOB, 100, 10)).isEqualTo(6);

        assertThat(told().lines()).containsExactly("traded 4 @ 100: #1 has 0 left, #2 has 6");
        assertPicture("bid | price | ask", "6#2 |   100 |");
    }

    @Test
    default void betterPriceComesFirst() {
        sell(1, ANNA, 101, 5);
        sell(2, ANNA, 100, 5);
        buy(3, BOB, 101, 10);

        assertThat(told().lines())
                .containsExactly("traded 5 @ 100: #2 has 0 left, #3 has 5", "traded 5 @ 101: #1 has 0 left, #3 has 0");
    }

    @Test
    default void earlierTimeComesFirstAtOnePrice() {
        buy(1, ANNA, 100, 5);
        buy(2, BOB, 100, 5);
        sell(3, CARL, 100, 7);

        assertThat(told().lines())
                .containsExactly("traded 5 @ 100: #1 has 0 left, #3 has 2", "traded 2 @ 100: #2 has 3 left, #3 has 0");
    }

    @Test
    default void numbersSayNothingAboutTime() {
        buy(9, ANNA, 100, 5);
        buy(2, BOB, 100, 5);
        sell(3, CARL, 100, 5);

        assertThat(told().lines()).containsExactly("traded 5 @ 100: #9 has 0 left, #3 has 0");
    }

    @Test
    default void sweepStopsAtItsLimit() {
        sell(1, ANNA, 100, 5);
        sell(2, ANNA, 101, 5);
        sell(3, ANNA, 103, 5);
        assertThat(buy(4, BOB, 102, 20)).isEqualTo(10);

        assertThat(told().lines())
                .containsExactly(
                        "traded 5 @ 100: #1 has 0 left, #4 has 15", "traded 5 @ 101: #2 has 0 left, #4 has 10");
        assertPicture(" bid | price | ask", "     |   103 | 5#3", "10#4 |   102 |");
    }

    @Test
    default void orderAtAnyPriceSweepsTheWholeSide() {
        buy(1, ANNA, 1, 5);
        buy(2, ANNA, Book.ANY_BUY - 1, 5);
        assertThat(enter(3, BOB, SELL, Book.ANY_SELL, 20, CANCEL_NEW, false)).isEqualTo(10);

        assertThat(told().lines()).hasSize(2);
        assertPicture("bid | price | ask");
    }

    @Test
    default void buyAtAnyPriceReachesTheDearestAsk() {
        sell(1, ANNA, Book.ANY_BUY - 1, 5);
        assertThat(enter(2, BOB, BUY, Book.ANY_BUY, 20, CANCEL_NEW, false)).isEqualTo(15);

        assertThat(book().bestPrice(SELL)).isZero();
    }

    @Test
    default void largestQuantityTradesExactly() {
        sell(1, ANNA, 100, Long.MAX_VALUE);
        assertThat(buy(2, BOB, 100, Long.MAX_VALUE - 1)).isZero();

        assertThat(book().quantity(1)).isEqualTo(1);
        assertThat(book().bestQuantity(SELL)).isEqualTo(1);
    }

    @Test
    default void levelInsertedBetweenOthersIsMetInOrderOfPrice() {
        sell(1, ANNA, 100, 1);
        sell(2, ANNA, 104, 1);
        sell(3, ANNA, 102, 1);
        sell(4, ANNA, 106, 1);
        sell(5, ANNA, 99, 1);
        enter(6, BOB, BUY, Book.ANY_BUY, 5, CANCEL_NEW, false);

        assertThat(told().lines())
                .containsExactly(
                        "traded 1 @ 99: #5 has 0 left, #6 has 4",
                        "traded 1 @ 100: #1 has 0 left, #6 has 3",
                        "traded 1 @ 102: #3 has 0 left, #6 has 2",
                        "traded 1 @ 104: #2 has 0 left, #6 has 1",
                        "traded 1 @ 106: #4 has 0 left, #6 has 0");
    }
}
