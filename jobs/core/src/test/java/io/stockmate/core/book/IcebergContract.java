package io.stockmate.core.book;

import static io.stockmate.core.message.SelfTradePrevention.CANCEL_NEW;
import static io.stockmate.core.message.SelfTradePrevention.CANCEL_RESTING;
import static io.stockmate.core.message.SelfTradePrevention.DECREMENT;
import static io.stockmate.core.message.Side.BUY;
import static io.stockmate.core.message.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** Orders that show less than they are. */
interface IcebergContract extends BookTrial {
    @Test
    default void icebergShowsItsNextSliceBehindTheOthersOfItsPrice() {
        book().rest(1, ANNA, SELL, 100, 4, 8, 5);
        sell(2, BOB, 100, 3);
        assertPicture("bid | price | ask", "    |   100 | 4+8#1 3#2");

        buy(3, CARL, 100, 4);
        assertThat(told().drain()).containsExactly("traded 4 @ 100: #1 has 8 left, #3 has 0");
        assertPicture("bid | price | ask", "    |   100 | 3#2 5+3#1");
        assertThat(book().quantity(1)).isEqualTo(8);
        assertThat(book().bestQuantity(SELL)).isEqualTo(8);

        buy(4, CARL, 100, 11);
        assertThat(told().drain())
                .containsExactly(
                        "traded 3 @ 100: #2 has 0 left, #4 has 8",
                        "traded 5 @ 100: #1 has 3 left, #4 has 3",
                        "traded 3 @ 100: #1 has 0 left, #4 has 0");
        assertPicture("bid | price | ask");
        assertThat(book().quantity(1)).isZero();
    }

    @Test
    default void icebergsOfOnePriceTakeTurns() {
        book().rest(1, ANNA, BUY, 100, 2, 2, 2);
        book().rest(2, BOB, BUY, 100, 3, 1, 3);
        sell(3, CARL, 100, 8);

        assertThat(told().lines())
                .containsExactly(
                        "traded 2 @ 100: #1 has 2 left, #3 has 6",
                        "traded 3 @ 100: #2 has 1 left, #3 has 3",
                        "traded 2 @ 100: #1 has 0 left, #3 has 1",
                        "traded 1 @ 100: #2 has 0 left, #3 has 0");
        assertThat(book().bestPrice(BUY)).isZero();
    }

    @Test
    default void icebergGivesWhatItHidesFirst() {
        book().rest(1, ANNA, SELL, 100, 4, 8, 4);
        sell(2, BOB, 100, 3);

        book().reduce(1, 6);
        assertPicture("bid | price | ask", "    |   100 | 4+2#1 3#2");
        book().reduce(1, 3);
        assertPicture("bid | price | ask", "    |   100 | 3#1 3#2");
        assertThatIllegalArgumentException().isThrownBy(() -> book().reduce(1, 3));
        book().remove(1);
        book().rest(1, ANNA, SELL, 100, 2);
        assertPicture("bid | price | ask", "    |   100 | 3#2 2#1");
    }

    @Test
    default void preventionTakesAnIcebergWhole() {
        book().rest(1, ANNA, SELL, 100, 4, 8, 4);
        book().rest(2, ANNA, SELL, 101, 4, 8, 4);
        enter(3, ANNA, BUY, 101, 5, DECREMENT, true);
        assertThat(told().drain())
                .containsExactly(
                        "own order met by #3: resting #1 reduced by 5 to 7",
                        "own order #1 met: incoming #3 removed with 5");
        assertPicture("bid | price | ask", "    |   101 | 4+8#2", "    |   100 | 4+3#1");

        enter(4, ANNA, BUY, 100, 9, DECREMENT, false);
        assertThat(told().drain()).hasSize(2);
        enter(5, ANNA, BUY, 101, 9, CANCEL_RESTING, false);
        assertThat(told().drain()).hasSize(1).first().asString().contains("12");
        assertPicture("bid | price | ask");
    }

    @Test
    default void whatIcebergsHideIsFillable() {
        book().rest(1, ANNA, SELL, 100, 2, 8, 2);
        sell(2, BOB, 100, 3);
        sell(3, ANNA, 101, 3);

        assertThat(book().fillable(CARL, BUY, 100, 50, CANCEL_NEW)).isEqualTo(13);
        assertThat(book().fillable(CARL, BUY, 101, 15, CANCEL_NEW)).isEqualTo(15);
        assertThat(book().fillable(BOB, BUY, 101, 50, CANCEL_NEW)).isEqualTo(2);
        assertThat(book().fillable(BOB, BUY, 101, 50, CANCEL_RESTING)).isEqualTo(13);
        assertThat(book().fillable(BOB, BUY, 101, 9, DECREMENT)).isEqualTo(6);
        assertThat(book().fillable(ANNA, BUY, 100, 50, DECREMENT)).isEqualTo(3);
    }

    @Test
    default void icebergEnteredAnewHidesNothing() {
        book().rest(1, ANNA, BUY, 100, 2, 8, 2);
        book().reenter(1, 99, 10, CANCEL_NEW, told());

        assertPicture(" bid | price | ask", "10#1 |    99 |");
    }

    @Test
    default void icebergHidesNothingNegativeAndShowsSomething() {
        assertThatIllegalArgumentException().isThrownBy(() -> book().rest(1, ANNA, BUY, 100, 2, -1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> book().rest(1, ANNA, BUY, 100, 2, 8, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> book().rest(1, ANNA, BUY, 100, 0, 8, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> book().rest(1, ANNA, BUY, -1, 2, 8, 2));
        assertPicture("bid | price | ask");
        book().rest(1, ANNA, BUY, 100, 2, 0, 2);
        assertPicture("bid | price | ask", "2#1 |   100 |");
    }
}
