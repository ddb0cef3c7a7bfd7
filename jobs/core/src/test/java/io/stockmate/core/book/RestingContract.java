package io.stockmate.core.book;

import static io.stockmate.core.message.SelfTradePrevention.CANCEL_NEW;
import static io.stockmate.core.message.Side.BUY;
import static io.stockmate.core.message.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** What can be done to an order that rests: to remove it, to reduce it, to enter it anew. */
interface RestingContract extends BookTrial {
    @Test
    default void removedOrderIsGoneAndNobodyIsTold() {
        buy(1, ANNA, 100, 5);
        buy(2, ANNA, 100, 6);
        buy(3, ANNA, 100, 7);
        buy(4, ANNA, 100, 8);
        book().remove(3);

        assertThat(told().lines()).isEmpty();
        assertThat(book().quantity(3)).isZero();
        assertPicture("        bid | price | ask", "5#1 6#2 8#4 |   100 |");
    }

    @Test
    default void levelGoesWithItsLastOrder() {
        buy(1, ANNA, 100, 5);
        buy(2, ANNA, 99, 6);
        buy(3, ANNA, 98, 7);
        book().remove(2);
        assertPicture("bid | price | ask", "5#1 |   100 |", "7#3 |    98 |");

        book().remove(1);
        assertThat(book().bestPrice(BUY)).isEqualTo(98);
        book().remove(3);
        assertThat(book().bestPrice(BUY)).isZero();
    }

    @Test
    default void numberMayBeUsedAgainWhenItsOrderIsGone() {
        buy(1, ANNA, 100, 5);
        book().remove(1);
        buy(1, ANNA, 101, 6);
        assertThat(book().quantity(1)).isEqualTo(6);

        sell(2, BOB, 101, 6);
        buy(1, ANNA, 102, 7);
        assertThat(book().quantity(1)).isEqualTo(7);
    }

    @Test
    default void reducedOrderKeepsItsPlace() {
        buy(1, ANNA, 100, 5);
        buy(2, BOB, 100, 5);
        book().reduce(1, 2);

        assertThat(told().lines()).isEmpty();
        assertThat(book().bestQuantity(BUY)).isEqualTo(7);
        assertPicture("    bid | price | ask", "2#1 5#2 |   100 |");
    }

    @Test
    default void restPutsAnOrderBehindItsPriceWithoutMatching() {
        sell(1, ANNA, 100, 5);
        book().rest(2, BOB, BUY, 100, 3);
        book().rest(3, CARL, SELL, 100, 4);

        assertThat(told().lines()).isEmpty();
        assertPicture("bid | price | ask", "3#2 |   100 | 5#1 4#3");
    }

    @Test
    default void orderEnteredAnewGoesBehindTheOthersOfItsPrice() {
        buy(1, ANNA, 100, 10);
        buy(2, BOB, 100, 10);
        assertThat(book().reenter(1, 100, 7, CANCEL_NEW, told())).isEqualTo(7);

        assertThat(told().lines()).isEmpty();
        assertPicture("     bid | price | ask", "10#2 7#1 |   100 |");
    }

    @Test
    default void orderEnteredAnewTradesAndItsRestRests() {
        buy(1, ANNA, 100, 10);
        sell(2, BOB, 105, 4);
        assertThat(book().reenter(1, 105, 12, CANCEL_NEW, told())).isEqualTo(8);

        assertThat(book().price(1)).isEqualTo(105);
        assertThat(book().isBuy(1)).isTrue();
        assertPicture("bid | price | ask", "8#1 |   105 |");
    }

    @Test
    default void restingOrderIsOnOneSide() {
        buy(1, ANNA, 100, 5);
        sell(2, BOB, 101, 5);

        assertThat(book().isBuy(1)).isTrue();
        assertThat(book().isBuy(2)).isFalse();
        assertThat(book().isBuy(3)).isFalse();
    }

    @Test
    default void orderEnteredAnewThatFillsIsGone() {
        sell(1, ANNA, 110, 5);
        buy(2, BOB, 105, 5);
        assertThat(book().reenter(1, 105, 5, CANCEL_NEW, told())).isZero();

        assertThat(book().quantity(1)).isZero();
        assertThat(book().price(1)).isZero();
        assertPicture("bid | price | ask");
        buy(1, CARL, 90, 3);
        assertPicture("bid | price | ask", "3#1 |    90 |");
    }

    @Test
    default void refusedReentryLeavesTheOrderWhereItWas() {
        buy(1, ANNA, 100, 10);
        assertThatIllegalArgumentException().isThrownBy(() -> book().reenter(7, 100, 5, CANCEL_NEW, told()));
        assertThatIllegalArgumentException().isThrownBy(() -> book().reenter(1, 100, 0, CANCEL_NEW, told()));
        assertThatIllegalArgumentException().isThrownBy(() -> book().reenter(1, Book.ANY_BUY, 5, CANCEL_NEW, told()));
        assertPicture(" bid | price | ask", "10#1 |   100 |");
    }
}
