package io.stockmate.core.book;

import static io.stockmate.core.message.SelfTradePrevention.CANCEL_BOTH;
import static io.stockmate.core.message.SelfTradePrevention.CANCEL_NEW;
import static io.stockmate.core.message.SelfTradePrevention.CANCEL_RESTING;
import static io.stockmate.core.message.SelfTradePrevention.DECREMENT;
import static io.stockmate.core.message.SelfTradePrevention.NONE;
import static io.stockmate.core.message.Side.BUY;
import static io.stockmate.core.message.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every book must do. */
public abstract class BookContract {
    private static final int ANNA = 1;
    private static final int BOB = 2;
    private static final int CARL = 3;

    private final ToldInWords told = new ToldInWords();
    private Book book;

    protected abstract Book emptyBook();

    @BeforeEach
    final void openBook() {
        book = emptyBook();
    }

    @Test
    final void emptyBookHasNoBest() {
        assertThat(book.bestPrice(BUY)).isZero();
        assertThat(book.bestQuantity(BUY)).isZero();
        assertThat(book.bestPrice(SELL)).isZero();
        assertThat(book.bestQuantity(SELL)).isZero();
        assertPicture("bid | price | ask");
    }

    @Test
    final void orderThatMeetsNobodyRests() {
        assertThat(buy(1, ANNA, 100, 10)).isEqualTo(10);

        assertThat(told.lines()).isEmpty();
        assertThat(book.quantity(1)).isEqualTo(10);
        assertThat(book.bestPrice(BUY)).isEqualTo(100);
        assertThat(book.bestQuantity(BUY)).isEqualTo(10);
        assertPicture(" bid | price | ask", "10#1 |   100 |");
    }

    @Test
    final void orderThatDoesNotRestLeavesNothing() {
        assertThat(enter(1, ANNA, BUY, 100, 10, CANCEL_NEW, false)).isEqualTo(10);

        assertThat(told.lines()).isEmpty();
        assertThat(book.quantity(1)).isZero();
        assertPicture("bid | price | ask");
    }

    @Test
    final void buyBelowTheBestAskRests() {
        sell(1, ANNA, 101, 10);
        buy(2, BOB, 100, 10);

        assertThat(told.lines()).isEmpty();
        assertPicture(" bid | price | ask", "     |   101 | 10#1", "10#2 |   100 |");
    }

    @Test
    final void tradeTakesTheRestingPrice() {
        sell(1, ANNA, 100, 10);
        assertThat(buy(2, BOB, 105, 10)).isZero();

        assertThat(told.lines()).containsExactly("traded 10 @ 100: #1 has 0 left, #2 has 0");
        assertPicture("bid | price | ask");
    }

    @Test
    final void sellTakesTheRestingPriceToo() {
        buy(1, ANNA, 100, 10);
        assertThat(sell(2, BOB, 95, 10)).isZero();

        assertThat(told.lines()).containsExactly("traded 10 @ 100: #1 has 0 left, #2 has 0");
    }

    @Test
    final void partlyFilledRestingOrderKeepsItsPlace() {
        sell(1, ANNA, 100, 10);
        sell(2, ANNA, 100, 10);
        buy(3, BOB, 100, 4);

        assertThat(told.lines()).containsExactly("traded 4 @ 100: #1 has 6 left, #3 has 0");
        assertPicture("bid | price | ask", "    |   100 | 6#1 10#2");
    }

    @Test
    final void partlyFilledIncomingOrderRestsWithWhatIsLeft() {
        sell(1, ANNA, 100, 4);
        assertThat(buy(2, BOB, 100, 10)).isEqualTo(6);

        assertThat(told.lines()).containsExactly("traded 4 @ 100: #1 has 0 left, #2 has 6");
        assertPicture("bid | price | ask", "6#2 |   100 |");
    }

    @Test
    final void betterPriceComesFirst() {
        sell(1, ANNA, 101, 5);
        sell(2, ANNA, 100, 5);
        buy(3, BOB, 101, 10);

        assertThat(told.lines())
                .containsExactly("traded 5 @ 100: #2 has 0 left, #3 has 5", "traded 5 @ 101: #1 has 0 left, #3 has 0");
    }

    @Test
    final void earlierTimeComesFirstAtOnePrice() {
        buy(1, ANNA, 100, 5);
        buy(2, BOB, 100, 5);
        sell(3, CARL, 100, 7);

        assertThat(told.lines())
                .containsExactly("traded 5 @ 100: #1 has 0 left, #3 has 2", "traded 2 @ 100: #2 has 3 left, #3 has 0");
    }

    @Test
    final void numbersSayNothingAboutTime() {
        buy(9, ANNA, 100, 5);
        buy(2, BOB, 100, 5);
        sell(3, CARL, 100, 5);

        assertThat(told.lines()).containsExactly("traded 5 @ 100: #9 has 0 left, #3 has 0");
    }

    @Test
    final void sweepStopsAtItsLimit() {
        sell(1, ANNA, 100, 5);
        sell(2, ANNA, 101, 5);
        sell(3, ANNA, 103, 5);
        assertThat(buy(4, BOB, 102, 20)).isEqualTo(10);

        assertThat(told.lines())
                .containsExactly(
                        "traded 5 @ 100: #1 has 0 left, #4 has 15", "traded 5 @ 101: #2 has 0 left, #4 has 10");
        assertPicture(" bid | price | ask", "     |   103 | 5#3", "10#4 |   102 |");
    }

    @Test
    final void orderAtAnyPriceSweepsTheWholeSide() {
        buy(1, ANNA, 1, 5);
        buy(2, ANNA, Book.ANY_BUY - 1, 5);
        assertThat(enter(3, BOB, SELL, Book.ANY_SELL, 20, CANCEL_NEW, false)).isEqualTo(10);

        assertThat(told.lines()).hasSize(2);
        assertPicture("bid | price | ask");
    }

    @Test
    final void buyAtAnyPriceReachesTheDearestAsk() {
        sell(1, ANNA, Book.ANY_BUY - 1, 5);
        assertThat(enter(2, BOB, BUY, Book.ANY_BUY, 20, CANCEL_NEW, false)).isEqualTo(15);

        assertThat(book.bestPrice(SELL)).isZero();
    }

    @Test
    final void largestQuantityTradesExactly() {
        sell(1, ANNA, 100, Long.MAX_VALUE);
        assertThat(buy(2, BOB, 100, Long.MAX_VALUE - 1)).isZero();

        assertThat(book.quantity(1)).isEqualTo(1);
        assertThat(book.bestQuantity(SELL)).isEqualTo(1);
    }

    @Test
    final void removedOrderIsGoneAndNobodyIsTold() {
        buy(1, ANNA, 100, 5);
        buy(2, ANNA, 100, 6);
        buy(3, ANNA, 100, 7);
        book.remove(2);

        assertThat(told.lines()).isEmpty();
        assertThat(book.quantity(2)).isZero();
        assertPicture("    bid | price | ask", "5#1 7#3 |   100 |");
    }

    @Test
    final void levelGoesWithItsLastOrder() {
        buy(1, ANNA, 100, 5);
        buy(2, ANNA, 99, 6);
        buy(3, ANNA, 98, 7);
        book.remove(2);
        assertPicture("bid | price | ask", "5#1 |   100 |", "7#3 |    98 |");

        book.remove(1);
        assertThat(book.bestPrice(BUY)).isEqualTo(98);
        book.remove(3);
        assertThat(book.bestPrice(BUY)).isZero();
    }

    @Test
    final void levelInsertedBetweenOthersIsMetInOrderOfPrice() {
        sell(1, ANNA, 100, 1);
        sell(2, ANNA, 104, 1);
        sell(3, ANNA, 102, 1);
        sell(4, ANNA, 106, 1);
        sell(5, ANNA, 99, 1);
        enter(6, BOB, BUY, Book.ANY_BUY, 5, CANCEL_NEW, false);

        assertThat(told.lines())
                .containsExactly(
                        "traded 1 @ 99: #5 has 0 left, #6 has 4",
                        "traded 1 @ 100: #1 has 0 left, #6 has 3",
                        "traded 1 @ 102: #3 has 0 left, #6 has 2",
                        "traded 1 @ 104: #2 has 0 left, #6 has 1",
                        "traded 1 @ 106: #4 has 0 left, #6 has 0");
    }

    @Test
    final void numberMayBeUsedAgainWhenItsOrderIsGone() {
        buy(1, ANNA, 100, 5);
        book.remove(1);
        buy(1, ANNA, 101, 6);
        assertThat(book.quantity(1)).isEqualTo(6);

        sell(2, BOB, 101, 6);
        buy(1, ANNA, 102, 7);
        assertThat(book.quantity(1)).isEqualTo(7);
    }

    @Test
    final void reducedOrderKeepsItsPlace() {
        buy(1, ANNA, 100, 5);
        buy(2, BOB, 100, 5);
        book.reduce(1, 2);

        assertThat(told.lines()).isEmpty();
        assertThat(book.bestQuantity(BUY)).isEqualTo(7);
        assertPicture("    bid | price | ask", "2#1 5#2 |   100 |");
    }

    @Test
    final void restPutsAnOrderBehindItsPriceWithoutMatching() {
        sell(1, ANNA, 100, 5);
        book.rest(2, BOB, BUY, 100, 3);
        book.rest(3, CARL, SELL, 100, 4);

        assertThat(told.lines()).isEmpty();
        assertPicture("bid | price | ask", "3#2 |   100 | 5#1 4#3");
    }

    @Test
    final void cancelNewTakesTheIncomingRestAndKeepsEarlierFills() {
        sell(1, BOB, 100, 3);
        sell(2, ANNA, 100, 5);
        assertThat(enter(3, ANNA, BUY, 100, 10, CANCEL_NEW, true)).isZero();

        assertThat(told.lines())
                .containsExactly(
                        "traded 3 @ 100: #1 has 0 left, #3 has 7", "own order #2 met: incoming #3 removed with 7");
        assertPicture("bid | price | ask", "    |   100 | 5#2");
    }

    @Test
    final void cancelRestingTakesTheRestingOrderAndGoesOn() {
        sell(1, ANNA, 100, 5);
        sell(2, BOB, 101, 3);
        assertThat(enter(3, ANNA, BUY, 101, 10, CANCEL_RESTING, true)).isEqualTo(7);

        assertThat(told.lines())
                .containsExactly(
                        "own order met by #3: resting #1 removed with 5", "traded 3 @ 101: #2 has 0 left, #3 has 7");
        assertThat(book.quantity(1)).isZero();
        assertPicture("bid | price | ask", "7#3 |   101 |");
    }

    @Test
    final void cancelBothTakesBoth() {
        sell(1, ANNA, 100, 5);
        sell(2, BOB, 100, 5);
        assertThat(enter(3, ANNA, BUY, 100, 10, CANCEL_BOTH, true)).isZero();

        assertThat(told.lines())
                .containsExactly(
                        "own order met by #3: resting #1 removed with 5",
                        "own order #1 met: incoming #3 removed with 10");
        assertPicture("bid | price | ask", "    |   100 | 5#2");
    }

    @Test
    final void decrementTakesTheSmallerRestingOrderAndGoesOn() {
        sell(1, ANNA, 100, 4);
        sell(2, BOB, 100, 5);
        assertThat(enter(3, ANNA, BUY, 100, 10, DECREMENT, true)).isEqualTo(1);

        assertThat(told.lines())
                .containsExactly(
                        "own order met by #3: resting #1 removed with 4",
                        "own order #1 met: incoming #3 reduced by 4 to 6",
                        "traded 5 @ 100: #2 has 0 left, #3 has 1");
        assertPicture("bid | price | ask", "1#3 |   100 |");
    }

    @Test
    final void decrementTakesTheSmallerIncomingOrderAndTheRestingOneKeepsItsPlace() {
        sell(1, ANNA, 100, 10);
        sell(2, BOB, 100, 5);
        assertThat(enter(3, ANNA, BUY, 100, 4, DECREMENT, true)).isZero();

        assertThat(told.lines())
                .containsExactly(
                        "own order met by #3: resting #1 reduced by 4 to 6",
                        "own order #1 met: incoming #3 removed with 4");
        assertThat(book.bestQuantity(SELL)).isEqualTo(11);
        assertPicture("bid | price | ask", "    |   100 | 6#1 5#2");
    }

    @Test
    final void decrementOfEqualsTakesBoth() {
        sell(1, ANNA, 100, 4);
        assertThat(enter(2, ANNA, BUY, 100, 4, DECREMENT, true)).isZero();

        assertThat(told.lines())
                .containsExactly(
                        "own order met by #2: resting #1 removed with 4",
                        "own order #1 met: incoming #2 removed with 4");
        assertPicture("bid | price | ask");
    }

    @Test
    final void withoutPreventionAnAccountTradesWithItself() {
        sell(1, ANNA, 100, 4);
        assertThat(enter(2, ANNA, BUY, 100, 4, NONE, true)).isZero();

        assertThat(told.lines()).containsExactly("traded 4 @ 100: #1 has 0 left, #2 has 0");
    }

    @ParameterizedTest
    @EnumSource
    final void preventionIsDecidedOnlyWhereTheOrdersMeet(SelfTradePrevention prevention) {
        sell(1, ANNA, 101, 4);
        sell(2, BOB, 100, 4);
        assertThat(enter(3, ANNA, BUY, 102, 4, prevention, true)).isZero();

        assertThat(told.lines()).containsExactly("traded 4 @ 100: #2 has 0 left, #3 has 0");
        assertThat(book.quantity(1)).isEqualTo(4);
    }

    @Test
    final void fillableCountsWhatTheLimitReaches() {
        sell(1, BOB, 100, 3);
        sell(2, BOB, 101, 4);
        sell(3, BOB, 102, 5);

        assertThat(book.fillable(ANNA, BUY, 99, 100, CANCEL_NEW)).isZero();
        assertThat(book.fillable(ANNA, BUY, 101, 100, CANCEL_NEW)).isEqualTo(7);
        assertThat(book.fillable(ANNA, BUY, 101, 5, CANCEL_NEW)).isEqualTo(5);
        assertThat(book.fillable(ANNA, BUY, Book.ANY_BUY, 100, CANCEL_NEW)).isEqualTo(12);
        assertThat(book.fillable(ANNA, SELL, Book.ANY_SELL, 100, CANCEL_NEW)).isZero();
        assertThat(told.lines()).isEmpty();
        assertPicture("bid | price | ask", "    |   102 | 5#3", "    |   101 | 4#2", "    |   100 | 3#1");
    }

    @Test
    final void fillableLeavesOutWhatPreventionWouldRemoveOrStopAt() {
        sell(1, BOB, 100, 3);
        sell(2, ANNA, 100, 4);
        sell(3, BOB, 101, 5);

        assertThat(book.fillable(ANNA, BUY, 101, 10, CANCEL_NEW)).isEqualTo(3);
        assertThat(book.fillable(ANNA, BUY, 101, 10, CANCEL_BOTH)).isEqualTo(3);
        assertThat(book.fillable(ANNA, BUY, 101, 10, CANCEL_RESTING)).isEqualTo(8);
        assertThat(book.fillable(ANNA, BUY, 101, 10, DECREMENT)).isEqualTo(6);
        assertThat(book.fillable(ANNA, BUY, 101, 7, DECREMENT)).isEqualTo(3);
        assertThat(book.fillable(ANNA, BUY, 101, 10, NONE)).isEqualTo(10);
        assertThat(book.fillable(ANNA, BUY, 101, 3, CANCEL_NEW)).isEqualTo(3);
    }

    @Test
    final void levelsAreVisitedFromTheBestOnAsLongAsWanted() {
        buy(1, ANNA, 100, 3);
        buy(2, BOB, 101, 4);
        buy(3, BOB, 101, 5);
        buy(4, BOB, 99, 6);

        List<String> all = new ArrayList<>();
        book.levels(BUY, (price, quantity, orders) -> all.add(price + " " + quantity + " " + orders));
        assertThat(all).containsExactly("101 9 2", "100 3 1", "99 6 1");

        List<Long> firstTwo = new ArrayList<>();
        book.levels(BUY, (price, quantity, orders) -> {
            firstTwo.add(price);
            return firstTwo.size() < 2;
        });
        assertThat(firstTwo).containsExactly(101L, 100L);
    }

    @Test
    final void ordersAreVisitedByPriorityAsLongAsWanted() {
        sell(1, ANNA, 100, 3);
        sell(2, BOB, 99, 4);
        sell(3, CARL, 100, 5);

        List<String> all = new ArrayList<>();
        book.orders(
                SELL,
                (order, account, price, quantity, hidden) ->
                        all.add(order + " " + account + " " + price + " " + quantity));
        assertThat(all).containsExactly("2 2 99 4", "1 1 100 3", "3 3 100 5");

        List<Long> firstTwo = new ArrayList<>();
        book.orders(SELL, (order, account, price, quantity, hidden) -> {
            firstTwo.add(order);
            return firstTwo.size() < 2;
        });
        assertThat(firstTwo).containsExactly(2L, 1L);
    }

    @Test
    final void orderThatRestsCannotEnterAgain() {
        buy(1, ANNA, 100, 5);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> buy(1, ANNA, 100, 5))
                .withMessageContaining("order 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book.rest(1, ANNA, BUY, 100, 5))
                .withMessageContaining("order 1");
        assertPicture("bid | price | ask", "5#1 |   100 |");
    }

    @Test
    final void orderThatDoesNotRestCannotBeRemovedOrReduced() {
        assertThatIllegalArgumentException().isThrownBy(() -> book.remove(7)).withMessage("order 7 does not rest");
        assertThatIllegalArgumentException().isThrownBy(() -> book.reduce(7, 1)).withMessage("order 7 does not rest");
    }

    @Test
    final void reductionMustLeaveLessThanBeforeAndMoreThanNothing() {
        buy(1, ANNA, 100, 5);

        for (long quantity : new long[] {-1, 0, 5, 6}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> book.reduce(1, quantity))
                    .withMessageContaining("cannot be reduced to " + quantity);
        }
        assertThat(book.quantity(1)).isEqualTo(5);
    }

    @Test
    final void numberAndQuantityMustBePositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> buy(0, ANNA, 100, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> buy(-1, ANNA, 100, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> buy(1, ANNA, 100, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> buy(1, ANNA, 100, -5));
        assertThatIllegalArgumentException().isThrownBy(() -> book.rest(1, ANNA, BUY, 100, 0));
        assertPicture("bid | price | ask");
    }

    @Test
    final void noOrderRestsAtAnyPrice() {
        sell(1, BOB, 100, 5);

        assertThatIllegalArgumentException().isThrownBy(() -> buy(2, ANNA, Book.ANY_BUY, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> sell(2, ANNA, Book.ANY_SELL, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> book.rest(2, ANNA, BUY, -1, 9));
        assertThat(told.lines()).isEmpty();
        assertPicture("bid | price | ask", "    |   100 | 5#1");
    }

    @Test
    final void orderEnteredAnewGoesBehindTheOthersOfItsPrice() {
        buy(1, ANNA, 100, 10);
        buy(2, BOB, 100, 10);
        assertThat(book.reenter(1, 100, 7, CANCEL_NEW, told)).isEqualTo(7);

        assertThat(told.lines()).isEmpty();
        assertPicture("     bid | price | ask", "10#2 7#1 |   100 |");
    }

    @Test
    final void orderEnteredAnewTradesAndItsRestRests() {
        buy(1, ANNA, 100, 10);
        sell(2, BOB, 105, 4);
        assertThat(book.reenter(1, 105, 12, CANCEL_NEW, told)).isEqualTo(8);

        assertThat(book.price(1)).isEqualTo(105);
        assertThat(book.isBuy(1)).isTrue();
        assertPicture("bid | price | ask", "8#1 |   105 |");
    }

    @Test
    final void orderEnteredAnewThatFillsIsGone() {
        sell(1, ANNA, 110, 5);
        buy(2, BOB, 105, 5);
        assertThat(book.reenter(1, 105, 5, CANCEL_NEW, told)).isZero();

        assertThat(book.quantity(1)).isZero();
        assertThat(book.price(1)).isZero();
        assertPicture("bid | price | ask");
        buy(1, CARL, 90, 3);
        assertPicture("bid | price | ask", "3#1 |    90 |");
    }

    @Test
    final void refusedReentryLeavesTheOrderWhereItWas() {
        buy(1, ANNA, 100, 10);
        assertThatIllegalArgumentException().isThrownBy(() -> book.reenter(7, 100, 5, CANCEL_NEW, told));
        assertThatIllegalArgumentException().isThrownBy(() -> book.reenter(1, 100, 0, CANCEL_NEW, told));
        assertThatIllegalArgumentException().isThrownBy(() -> book.reenter(1, Book.ANY_BUY, 5, CANCEL_NEW, told));
        assertPicture(" bid | price | ask", "10#1 |   100 |");
    }

    @Test
    final void icebergShowsItsNextSliceBehindTheOthersOfItsPrice() {
        book.rest(1, ANNA, SELL, 100, 4, 8, 5);
        sell(2, BOB, 100, 3);
        assertPicture("bid | price | ask", "    |   100 | 4+8#1 3#2");

        buy(3, CARL, 100, 4);
        assertThat(told.drain()).containsExactly("traded 4 @ 100: #1 has 8 left, #3 has 0");
        assertPicture("bid | price | ask", "    |   100 | 3#2 5+3#1");
        assertThat(book.quantity(1)).isEqualTo(8);
        assertThat(book.bestQuantity(SELL)).isEqualTo(8);

        buy(4, CARL, 100, 11);
        assertThat(told.drain())
                .containsExactly(
                        "traded 3 @ 100: #2 has 0 left, #4 has 8",
                        "traded 5 @ 100: #1 has 3 left, #4 has 3",
                        "traded 3 @ 100: #1 has 0 left, #4 has 0");
        assertPicture("bid | price | ask");
        assertThat(book.quantity(1)).isZero();
    }

    @Test
    final void icebergsOfOnePriceTakeTurns() {
        book.rest(1, ANNA, BUY, 100, 2, 2, 2);
        book.rest(2, BOB, BUY, 100, 3, 1, 3);
        sell(3, CARL, 100, 8);

        assertThat(told.lines())
                .containsExactly(
                        "traded 2 @ 100: #1 has 2 left, #3 has 6",
                        "traded 3 @ 100: #2 has 1 left, #3 has 3",
                        "traded 2 @ 100: #1 has 0 left, #3 has 1",
                        "traded 1 @ 100: #2 has 0 left, #3 has 0");
        assertThat(book.bestPrice(BUY)).isZero();
    }

    @Test
    final void icebergGivesWhatItHidesFirst() {
        book.rest(1, ANNA, SELL, 100, 4, 8, 4);
        sell(2, BOB, 100, 3);

        book.reduce(1, 6);
        assertPicture("bid | price | ask", "    |   100 | 4+2#1 3#2");
        book.reduce(1, 3);
        assertPicture("bid | price | ask", "    |   100 | 3#1 3#2");
        assertThatIllegalArgumentException().isThrownBy(() -> book.reduce(1, 3));
        book.remove(1);
        book.rest(1, ANNA, SELL, 100, 2);
        assertPicture("bid | price | ask", "    |   100 | 3#2 2#1");
    }

    @Test
    final void preventionTakesAnIcebergWhole() {
        book.rest(1, ANNA, SELL, 100, 4, 8, 4);
        book.rest(2, ANNA, SELL, 101, 4, 8, 4);
        enter(3, ANNA, BUY, 101, 5, DECREMENT, true);
        assertThat(told.drain())
                .containsExactly(
                        "own order met by #3: resting #1 reduced by 5 to 7",
                        "own order #1 met: incoming #3 removed with 5");
        assertPicture("bid | price | ask", "    |   101 | 4+8#2", "    |   100 | 4+3#1");

        enter(4, ANNA, BUY, 100, 9, DECREMENT, false);
        assertThat(told.drain()).hasSize(2);
        enter(5, ANNA, BUY, 101, 9, CANCEL_RESTING, false);
        assertThat(told.drain()).hasSize(1).first().asString().contains("12");
        assertPicture("bid | price | ask");
    }

    @Test
    final void whatIcebergsHideIsFillable() {
        book.rest(1, ANNA, SELL, 100, 2, 8, 2);
        sell(2, BOB, 100, 3);
        sell(3, ANNA, 101, 3);

        assertThat(book.fillable(CARL, BUY, 100, 50, CANCEL_NEW)).isEqualTo(13);
        assertThat(book.fillable(CARL, BUY, 101, 15, CANCEL_NEW)).isEqualTo(15);
        assertThat(book.fillable(BOB, BUY, 101, 50, CANCEL_NEW)).isEqualTo(2);
        assertThat(book.fillable(BOB, BUY, 101, 50, CANCEL_RESTING)).isEqualTo(13);
        assertThat(book.fillable(BOB, BUY, 101, 9, DECREMENT)).isEqualTo(6);
        assertThat(book.fillable(ANNA, BUY, 100, 50, DECREMENT)).isEqualTo(3);
    }

    @Test
    final void icebergEnteredAnewHidesNothing() {
        book.rest(1, ANNA, BUY, 100, 2, 8, 2);
        book.reenter(1, 99, 10, CANCEL_NEW, told);

        assertPicture(" bid | price | ask", "10#1 |    99 |");
    }

    @Test
    final void icebergHidesNothingNegativeAndShowsSomething() {
        assertThatIllegalArgumentException().isThrownBy(() -> book.rest(1, ANNA, BUY, 100, 2, -1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> book.rest(1, ANNA, BUY, 100, 2, 8, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> book.rest(1, ANNA, BUY, 100, 0, 8, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> book.rest(1, ANNA, BUY, -1, 2, 8, 2));
        assertPicture("bid | price | ask");
        book.rest(1, ANNA, BUY, 100, 2, 0, 2);
        assertPicture("bid | price | ask", "2#1 |   100 |");
    }

    private long buy(long order, int account, long limit, long quantity) {
        return enter(order, account, BUY, limit, quantity, CANCEL_NEW, true);
    }

    private long sell(long order, int account, long limit, long quantity) {
        return enter(order, account, SELL, limit, quantity, CANCEL_NEW, true);
    }

    private long enter(
            long order,
            int account,
            Side side,
            long limit,
            long quantity,
            SelfTradePrevention prevention,
            boolean rests) {
        return book.enter(order, account, side, limit, quantity, prevention, rests, told);
    }

    private void assertPicture(String... lines) {
        assertThat(BookPicture.of(book)).containsExactly(lines);
    }
}
