package io.stockmate.core.book;

import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import io.stockmate.core.reference.NaiveBook;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class LadderBookPropertyTest {
    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void ladderBookDoesWhatTheNaiveOneDoes(
            @ForAll("commands") List<BookCommand> commands, @ForAll("enter") BookCommand.Enter question) {
        BookPair pair = new BookPair(new LadderBook(), new NaiveBook());
        for (BookCommand command : commands) {
            pair.apply(command);
            pair.assertSame();
            pair.assertSameFillable(question);
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void bookIsSoundAfterEveryCommand(@ForAll("commands") List<BookCommand> commands) {
        BookPair pair = new BookPair(new LadderBook(), new NaiveBook());
        for (BookCommand command : commands) {
            pair.apply(command);
            pair.assertQuantityIsConserved();
            pair.assertNotCrossed();
            pair.assertLevelsAreSums();
            pair.assertFirstComeFirstServedAtEachPrice();
        }
    }

    @Provide
    Arbitrary<List<BookCommand>> commands() {
        Arbitrary<Integer> picks = Arbitraries.integers().between(0, 1_000);
        Arbitrary<BookCommand> removals = picks.map(BookCommand.Remove::new);
        Arbitrary<BookCommand> reductions = Combinators.combine(picks, picks).as(BookCommand.Reduce::new);
        Arbitrary<BookCommand> again = Combinators.combine(
                        picks,
                        Arbitraries.longs().between(90, 110),
                        Arbitraries.longs().between(1, 12),
                        Arbitraries.of(SelfTradePrevention.class))
                .as(BookCommand.Reenter::new);
        Arbitrary<BookCommand> icebergs = Combinators.combine(
                        enter(), Arbitraries.longs().between(1, 6))
                .as((order, slice) -> new BookCommand.EnterIceberg(
                        new BookCommand.Enter(
                                order.account(),
                                order.side(),
                                order.limit(),
                                Math.min(order.quantity(), 60),
                                order.prevention(),
                                false),
                        slice));
        return Arbitraries.frequencyOf(
                        Tuple.of(6, enter().map(enter -> enter)),
                        Tuple.of(2, icebergs),
                        Tuple.of(1, removals),
                        Tuple.of(1, reductions),
                        Tuple.of(2, again))
                .list()
                .ofMinSize(1)
                .ofMaxSize(100);
    }

    @Provide
    Arbitrary<BookCommand.Enter> enter() {
        return Arbitraries.of(Side.class).flatMap(this::enter);
    }

    /** Few accounts and prices, so that orders meet; now and then at any price, which never rests. */
    private Arbitrary<BookCommand.Enter> enter(Side side) {
        long any = side == Side.BUY ? Book.ANY_BUY : Book.ANY_SELL;
        Arbitrary<Long> limits = Arbitraries.frequencyOf(
                Tuple.of(15, Arbitraries.longs().between(95, 105)),
                Tuple.of(1, Arbitraries.of(1L, 1_000_000_000_000L)),
                Tuple.of(2, Arbitraries.just(any)));
        Arbitrary<Long> quantities = Arbitraries.frequencyOf(
                Tuple.of(15, Arbitraries.longs().between(1, 12)),
                Tuple.of(1, Arbitraries.longs().between(1, 1_000_000_000_000L)));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        limits,
                        quantities,
                        Arbitraries.of(SelfTradePrevention.class),
                        Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false)))
                .as((account, limit, quantity, prevention, rests) ->
                        new BookCommand.Enter(account, side, limit, quantity, prevention, rests && limit != any));
    }
}
