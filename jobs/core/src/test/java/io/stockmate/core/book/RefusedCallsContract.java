package io.stockmate.core.book;

import static io.stockmate.core.message.Side.BUY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** A call that makes no sense changes nothing. */
interface RefusedCallsContract extends BookTrial {
    @Test
    default void orderThatRestsCannotEnterAgain() {
        buy(1, ANNA, 100, 5);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> buy(1, ANNA, 100, 5))
                .withMessageContaining("order 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book().rest(1, ANNA, BUY, 100, 5))
                .withMessageContaining("order 1");
        assertPicture("bid | price | ask", "5#1 |   100 |");
    }

    @Test
    default void orderThatDoesNotRestCannotBeRemovedOrReduced() {
        assertThatIllegalArgumentException().isThrownBy(() -> book().remove(7)).withMessage("order 7 does not rest");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book().reduce(7, 1))
                .withMessage("order 7 does not rest");
    }

    @Test
    default void reductionMustLeaveLessThanBeforeAndMoreThanNothing() {
        buy(1, ANNA, 100, 5);

        for (long quantity : new long[] {-1, 0, 5, 6}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> book().reduce(1, quantity))
                    .withMessageContaining("cannot be reduced to " + quantity);
        }
        assertThat(book().quantity(1)).isEqualTo(5);
    }

    @Test
    default void numberAndQuantityMustBePositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> buy(0, ANNA, 100, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> buy(-1, ANNA, 100, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> buy(1, ANNA, 100, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> buy(1, ANNA, 100, -5));
        assertThatIllegalArgumentException().isThrownBy(() -> book().rest(1, ANNA, BUY, 100, 0));
        assertPicture("bid | price | ask");
    }

    @Test
    default void noOrderRestsAtAnyPrice() {
        sell(1, BOB, 100, 5);

        assertThatIllegalArgumentException().isThrownBy(() -> buy(2, ANNA, Book.ANY_BUY, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> sell(2, ANNA, Book.ANY_SELL, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> book().rest(2, ANNA, BUY, -1, 9));
        assertThat(told().lines()).isEmpty();
        assertPicture("bid | price | ask", "    |   100 | 5#1");
    }
}
