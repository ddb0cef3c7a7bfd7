package io.stockmate.producers.planted;

import io.stockmate.core.message.AlertKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * How an anomaly of one kind is made in a market that is otherwise quiet.
 *
 * @param goods whether its symbol is one of goods, of which stock is kept, or a share
 * @param prepare what is said once, when the symbol is known
 * @param usual what goes on when nothing is planted
 * @param stages one after another
 * @param seenWithin after the last stage: how long a rule may wait before it can know
 */
record Recipe(
        AlertKind kind,
        boolean goods,
        Consumer<Bed> prepare,
        Consumer<Bed> usual,
        List<Stage> stages,
        Duration seenWithin) {

    static Recipe share(AlertKind kind) {
        return new Recipe(kind, false, bed -> {}, Recipe::tradeAsUsual, List.of(), Duration.ZERO);
    }

    static Recipe goods(AlertKind kind) {
        return new Recipe(kind, true, bed -> {}, bed -> {}, List.of(), Duration.ZERO);
    }

    Recipe prepared(Consumer<Bed> first) {
        return new Recipe(kind, goods, first, usual, stages, seenWithin);
    }

    Recipe usually(Consumer<Bed> next) {
        return new Recipe(kind, goods, prepare, next, stages, seenWithin);
    }

    /** With one more stage, which always says what it has to say. */
    Recipe then(Duration after, Consumer<Bed> act) {
        return thenWhen(after, bed -> {
            act.accept(bed);
            return true;
        });
    }

    /** With one more stage. */
    Recipe thenWhen(Duration after, Predicate<Bed> act) {
        List<Stage> more = new ArrayList<>(stages);
        more.add(new Stage(after, act));
        return new Recipe(kind, goods, prepare, usual, List.copyOf(more), seenWithin);
    }

    Recipe seenWithin(Duration patience) {
        return new Recipe(kind, goods, prepare, usual, stages, patience);
    }

    /** Whether it takes days of book time. */
    boolean takesDays() {
        return seenWithin.compareTo(Duration.ofHours(1)) > 0
                || stages.get(stages.size() - 1).after().compareTo(Duration.ofDays(1)) > 0;
    }

    private static void tradeAsUsual(Bed bed) {
        bed.trade("SELLER", "BUYER", 10, bed.price(0));
    }
}
