package io.stockmate.producers.planted;

import io.stockmate.core.message.AlertKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How an anomaly of one kind is made in a market that is otherwise quiet. */
final class Recipe {
    private final AlertKind kind;
    private final boolean goods;
    private final List<Stage> stages = new ArrayList<>();
    private Consumer<Bed> prepare = bed -> {};
    private Consumer<Bed> usual = bed -> {};
    private Duration seenWithin = Duration.ZERO;
    private Duration rest;
    private Consumer<Bed> meanwhile = bed -> {};
    private boolean takesDays;
    private boolean series;
    private @Nullable Stage tidying;

    private Recipe(AlertKind kind, boolean goods) {
        this.kind = kind;
        this.goods = goods;
        this.rest = Duration.ofSeconds(2 * kind.windowSec());
    }

    /** In a share, which is traded as usual where nothing is planted. */
    static Recipe share(AlertKind kind) {
        return new Recipe(kind, false).usually(bed -> bed.trade("SELLER", "BUYER", 10, bed.price(0)));
    }

    /** In goods, of which stock is kept. */
    static Recipe goods(AlertKind kind) {
        return new Recipe(kind, true);
    }

    /** What is said once, when the symbol is known. */
    Recipe prepared(Consumer<Bed> first) {
        prepare = first;
        return this;
    }

    /** What goes on when nothing is planted. */
    Recipe usually(Consumer<Bed> next) {
        usual = next;
        return this;
    }

    /** What goes on when nothing is planted, several times as often as elsewhere: a series of values, one a tick. */
    Recipe busily(Consumer<Bed> next) {
        series = true;
        return usually(next);
    }

    /** With one more stage, as soon as that before it was said. */
    Recipe then(Consumer<Bed> act) {
        return thenWhen(bed -> {
            act.accept(bed);
            return true;
        });
    }

    /** With one more stage, which waits for its moment. */
    Recipe thenWhen(Predicate<Bed> act) {
        stages.add(new Stage(Duration.ZERO, act));
        return this;
    }

    /** What goes on instead of the usual until the market is put in order again. */
    Recipe meanwhile(Consumer<Bed> next) {
        meanwhile = next;
        return this;
    }

    /** What puts the market in order again, so long after the first stage: at the latest, where there is less time. */
    Recipe tidied(Duration after, Consumer<Bed> act) {
        tidying = new Stage(after, bed -> {
            act.accept(bed);
            return true;
        });
        return this;
    }

    /** How long after the last stage its rule may wait before it can know. */
    Recipe seenWithin(Duration patience) {
        seenWithin = patience;
        return this;
    }

    /** How long it takes until its rule would raise the same once more; unless told, twice the kind's usual window. */
    Recipe rests(Duration pause) {
        rest = pause;
        return this;
    }

    /** It needs a market that goes on for days. */
    Recipe overDays() {
        takesDays = true;
        return this;
    }

    AlertKind kind() {
        return kind;
    }

    boolean isGoods() {
        return goods;
    }

    boolean takesDays() {
        return takesDays;
    }

    boolean isSeries() {
        return series;
    }

    void prepare(Bed bed) {
        prepare.accept(bed);
    }

    void goOn(Bed bed) {
        usual.accept(bed);
    }

    void goOnMeanwhile(Bed bed) {
        meanwhile.accept(bed);
    }

    List<Stage> stages() {
        return stages;
    }

    @Nullable
    Stage tidying() {
        return tidying;
    }

    Duration seenWithin() {
        return seenWithin;
    }

    Duration rest() {
        return rest;
    }
}
