package io.stockmate.core.book;

import static io.stockmate.core.message.SelfTradePrevention.CANCEL_BOTH;
import static io.stockmate.core.message.SelfTradePrevention.CANCEL_NEW;
import static io.stockmate.core.message.SelfTradePrevention.CANCEL_RESTING;
import static io.stockmate.core.message.SelfTradePrevention.DECREMENT;
import static io.stockmate.core.message.SelfTradePrevention.NONE;
import static io.stockmate.core.message.Side.BUY;
import static io.stockmate.core.message.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.SelfTradePrevention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where two orders of one account meet. */
interface SelfTradeContract extends BookTrial {
    @Test
    default void cancelNewTakesTheIncomingRestAndKeepsEarlierFills() {
        sell(1, BOB, 100, 3);
        sell(2, ANNA, 100, 5);
        assertThat(enter(3, ANNA, BUY, 100, 10, CANCEL_NEW, true)).isZero();

        assertThat(told().lines())
                .containsExactly(
                        "traded 3 @ 100: #1 has 0 left, #3 has 7", "own order #2 met: incoming #3 removed with 7");
        assertPicture("bid | price | ask", "    |   100 | 5#2");
    }

    @Test
    default void cancelRestingTakesTheRestingOrderAndGoesOn() {
        sell(1, ANNA, 100, 5);
        sell(2, BOB, 101, 3);
        assertThat(enter(3, ANNA, BUY, 101, 10, CANCEL_RESTING, true)).isEqualTo(7);

        assertThat(told().lines())
                .containsExactly(
                        "own order met by #3: resting #1 removed with 5", "traded 3 @ 101: #2 has 0 left, #3 has 7");
        assertThat(book().quantity(1)).isZero();
        assertPicture("bid | price | ask", "7#3 |   101 |");
    }

    @Test
    default void cancelBothTakesBoth() {
        sell(1, ANNA, 100, 5);
        sell(2, BOB, 100, 5);
        assertThat(enter(3, ANNA, BUY, 100, 10, CANCEL_BOTH, true)).isZero();

        assertThat(told().lines())
                .containsExactly(
                        "own order met by #3: resting #1 removed with 5",
                        "own order #1 met: incoming #3 removed with 10");
        assertPicture("bid | price | ask", "    |   100 | 5#2");
    }

    @Test
    default void decrementTakesTheSmallerRestingOrderAndGoesOn() {
        sell(1, ANNA, 100, 4);
        sell(2, BOB, 100, 5);
        assertThat(enter(3, ANNA, BUY, 100, 10, DECREMENT, true)).isEqualTo(1);

        assertThat(told().lines())
                .containsExactly(
                        "own order met by #3: resting #1 removed with 4",
                        "own order #1 met: incoming #3 reduced by 4 to 6",
                        "traded 5 @ 100: #2 has 0 left, #3 has 1");
        assertPicture("bid | price | ask", "1#3 |   100 |");
    }

    @Test
    default void decrementTakesTheSmallerIncomingOrderAndTheRestingOneKeepsItsPlace() {
        sell(1, ANNA, 100, 10);
        sell(2, BOB, 100, 5);
        assertThat(enter(3, ANNA, BUY, 100, 4, DECREMENT, true)).isZero();

        assertThat(told().lines())
                .containsExactly(
                        "own order met by #3: resting #1 reduced by 4 to 6",
                        "own order #1 met: incoming #3 removed with 4");
        assertThat(book().bestQuantity(SELL)).isEqualTo(11);
        assertPicture("bid | price | ask", "    |   100 | 6#1 5#2");
    }

    @Test
    default void decrementOfEqualsTakesBoth() {
        sell(1, ANNA, 100, 4);
        assertThat(enter(2, ANNA, BUY, 100, 4, DECREMENT, true)).isZero();

        assertThat(told().lines())
                .containsExactly(
                        "own order met by #2: resting #1 removed with 4",
                        "own order #1 met: incoming #2 removed with 4");
        assertPicture("bid | price | ask");
    }

    @Test
    default void withoutPreventionAnAccountTradesWithItself() {
        sell(1, ANNA, 100, 4);
        assertThat(enter(2, ANNA, BUY, 100, 4, NONE, true)).isZero();

        assertThat(told().lines()).containsExactly("traded 4 @ 100: #1 has 0 left, #2 has 0");
    }

    @ParameterizedTest
    @EnumSource
    default void preventionIsDecidedOnlyWhereTheOrdersMeet(SelfTradePrevention prevention) {
        sell(1, ANNA, 101, 4);
        sell(2, BOB, 100, 4);
        assertThat(enter(3, ANNA, BUY, 102, 4, prevention, true)).isZero();

        assertThat(told().lines()).containsExactly("traded 4 @ 100: #2 has 0 left, #3 has 0");
        assertThat(book().quantity(1)).isEqualTo(4);
    }
}
