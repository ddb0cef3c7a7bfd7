package io.stockmate.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A book and its judge: both get the same commands and must tell and hold the same. */
final class BookPair {
    private final Book book;
    private final Book judge;
    private final ToldInWords toldByBook = new ToldInWords();
    private final ToldInWords toldByJudge = new ToldInWords();
    private final TreeMap<Long, Long> unaccounted = new TreeMap<>();
    private final Map<Long, Long> places = new TreeMap<>();
    private long number;
    private long place;

    BookPair(Book book, Book judge) {
        this.book = book;
        this.judge = judge;
    }

    void apply(BookCommand command) {
        if (command instanceof BookCommand.Enter enter) {
            enter(enter);
        } else if (command instanceof BookCommand.EnterIceberg iceberg) {
            enter(iceberg);
        } else if (command instanceof BookCommand.Remove remove) {
            remove(remove);
        } else if (command instanceof BookCommand.Reduce reduce) {
            reduce(reduce);
        } else if (command instanceof BookCommand.Reenter reenter) {
            reenter(reenter);
        }
    }

    private void enter(BookCommand.Enter enter) {
        number++;
        places.put(number, ++place);
        long fillable =
                book.fillable(enter.account(), enter.side(), enter.limit(), enter.quantity(), enter.prevention());
        QuantitiesTaken taken = new QuantitiesTaken(toldByBook);
        long left = enter(book, enter, taken);
        assertThat(left).isEqualTo(enter(judge, enter, toldByJudge));
        assertThat(fillable).as("fillable is what trades").isEqualTo(taken.traded());

        unaccounted.put(number, enter.quantity());
        taken.byOrder().forEach(this::account);
        if (!enter.rests()) {
            account(number, left);
        }
    }

    /** Its place is not followed: it is renewed with every slice. */
    private void enter(BookCommand.EnterIceberg iceberg) {
        BookCommand.Enter order = iceberg.order();
        number++;
        QuantitiesTaken taken = new QuantitiesTaken(toldByBook);
        long left = enter(book, order, taken);
        assertThat(left).isEqualTo(enter(judge, order, toldByJudge));
        unaccounted.put(number, order.quantity());
        taken.byOrder().forEach(this::account);
        if (left == 0 || order.limit() == Book.ANY_SELL || order.limit() == Book.ANY_BUY) {
            account(number, left);
            return;
        }
        long shown = Math.min(left, iceberg.slice());
        for (Book either : List.of(book, judge)) {
            either.rest(number, order.account(), order.side(), order.limit(), shown, left - shown, iceberg.slice());
        }
    }

    private long enter(Book either, BookCommand.Enter enter, BookListener listener) {
        return either.enter(
                number,
                enter.account(),
                enter.side(),
                enter.limit(),
                enter.quantity(),
                enter.prevention(),
                enter.rests(),
                listener);
    }

    private void remove(BookCommand.Remove remove) {
        List<Long> resting = resting();
        if (!resting.isEmpty()) {
            long order = resting.get(remove.pick() % resting.size());
            account(order, judge.quantity(order));
            book.remove(order);
            judge.remove(order);
        }
    }

    private void reduce(BookCommand.Reduce reduce) {
        List<Long> resting =
                resting().stream().filter(order -> judge.quantity(order) > 1).toList();
        if (!resting.isEmpty()) {
            long order = resting.get(reduce.pick() % resting.size());
            long before = judge.quantity(order);
            long after = 1 + reduce.to() % (before - 1);
            account(order, before - after);
            book.reduce(order, after);
            judge.reduce(order, after);
        }
    }

    private void reenter(BookCommand.Reenter again) {
        List<Long> resting = resting();
        if (!resting.isEmpty()) {
            long order = resting.get(again.pick() % resting.size());
            account(order, judge.quantity(order) - again.quantity());
            QuantitiesTaken taken = new QuantitiesTaken(toldByBook);
            long left = book.reenter(order, again.price(), again.quantity(), again.prevention(), taken);
            assertThat(left)
                    .isEqualTo(judge.reenter(order, again.price(), again.quantity(), again.prevention(), toldByJudge));
            taken.byOrder().forEach(this::account);
            places.put(order, ++place);
        }
    }

    private void account(long order, long quantity) {
        unaccounted.merge(order, -quantity, Math::addExact);
    }

    private List<Long> resting() {
        List<Long> numbers = new ArrayList<>();
        for (Side side : Side.values()) {
            judge.orders(side, (order, account, price, quantity, hidden) -> numbers.add(order));
        }
        return numbers;
    }

    void assertSame() {
        assertThat(toldByBook.drain()).isEqualTo(toldByJudge.drain());
        for (Side side : Side.values()) {
            assertThat(orders(book, side)).isEqualTo(orders(judge, side));
            assertThat(levels(book, side)).isEqualTo(levels(judge, side));
            assertThat(book.bestPrice(side)).isEqualTo(judge.bestPrice(side));
            assertThat(book.bestQuantity(side)).isEqualTo(judge.bestQuantity(side));
        }
        for (long order = 1; order <= number; order++) {
            assertThat(book.quantity(order)).as("quantity of #" + order).isEqualTo(judge.quantity(order));
            assertThat(book.price(order)).as("price of #" + order).isEqualTo(judge.price(order));
            assertThat(book.isBuy(order)).as("side of #" + order).isEqualTo(judge.isBuy(order));
        }
    }

    void assertSameFillable(BookCommand.Enter enter) {
        for (SelfTradePrevention prevention : SelfTradePrevention.values()) {
            assertThat(book.fillable(enter.account(), enter.side(), enter.limit(), enter.quantity(), prevention))
                    .as(enter + " with " + prevention)
                    .isEqualTo(
                            judge.fillable(enter.account(), enter.side(), enter.limit(), enter.quantity(), prevention));
        }
    }

    /** What each order entered with is what it traded, lost and has left. */
    void assertQuantityIsConserved() {
        Map<Long, Long> left = new TreeMap<>();
        for (Side side : Side.values()) {
            book.orders(side, (order, account, price, quantity, hidden) -> left.put(order, quantity + hidden) == null);
        }
        Map<Long, Long> expected = new TreeMap<>(unaccounted);
        expected.values().removeIf(quantity -> quantity == 0);
        assertThat(left).isEqualTo(expected);
    }

    void assertNotCrossed() {
        long bid = book.bestPrice(Side.BUY);
        long ask = book.bestPrice(Side.SELL);
        assertThat(ask == 0 || bid < ask).as("bid " + bid + " below ask " + ask).isTrue();
    }

    /** Each level holds something, prices get worse, and the levels add up their orders. */
    void assertLevelsAreSums() {
        for (Side side : Side.values()) {
            TreeMap<Long, Long> sums = new TreeMap<>();
            TreeMap<Long, Integer> counts = new TreeMap<>();
            book.orders(side, (order, account, price, quantity, hidden) -> {
                assertThat(quantity).isPositive();
                sums.merge(price, quantity, Math::addExact);
                counts.merge(price, 1, Math::addExact);
                return true;
            });
            List<String> expected = new ArrayList<>();
            for (long price : side == Side.BUY ? sums.descendingKeySet() : sums.navigableKeySet()) {
                expected.add(price + " " + sums.get(price) + " " + counts.get(price));
            }
            assertThat(levels(book, side)).isEqualTo(expected);
        }
    }

    /** A place is given out whenever an order enters, also anew. */
    void assertFirstComeFirstServedAtEachPrice() {
        for (Side side : Side.values()) {
            Map<Long, Long> lastAt = new TreeMap<>();
            book.orders(side, (order, account, price, quantity, hidden) -> {
                if (!places.containsKey(order)) {
                    return true;
                }
                Long before = lastAt.put(price, places.get(order));
                assertThat(before == null || before < places.get(order))
                        .as("#" + order + " in its place at " + price)
                        .isTrue();
                return true;
            });
        }
    }

    private static List<String> orders(Book book, Side side) {
        List<String> lines = new ArrayList<>();
        book.orders(
                side,
                (order, account, price, quantity, hidden) ->
                        lines.add("#" + order + " of " + account + ": " + quantity + "+" + hidden + " @ " + price));
        return lines;
    }

    private static List<String> levels(Book book, Side side) {
        List<String> lines = new ArrayList<>();
        book.levels(side, (price, quantity, orders) -> lines.add(price + " " + quantity + " " + orders));
        return lines;
    }
}
