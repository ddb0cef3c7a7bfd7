package io.stockmate.producers.planted;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Event;
import io.stockmate.producers.Submission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bed with its recipe, and how far the present plant has grown. */
final class Plot {
    private static final String OPERATOR = "OPS";
    private static final long DEFINE_AGAIN_STEPS = 200;

    /** Ticks, and so values of a series, after which a detector knows what is usual. */
    private static final long TICKS_TO_LEARN = 60;

    /** Ticks that a plant of a series lasts at least, as a clock that runs fast may be late with one. */
    private static final long TICKS_TO_LAST = 3;

    private final Recipe recipe;
    private final Bed bed;
    private final long tidyAfterMsMax;
    private boolean known;
    private boolean prepared;
    private long asked;
    private boolean wanted;
    private boolean untidy;
    private long ticks;
    private long plantedAt;
    private long plantedTicks;
    private long restsUntil = Long.MIN_VALUE;
    private int nextStage;

    Plot(Recipe recipe, Bed bed, long tidyAfterMsMax) {
        this.recipe = recipe;
        this.bed = bed;
        this.tidyAfterMsMax = tidyAfterMsMax;
    }

    String symbol() {
        return bed.symbol();
    }

    Recipe recipe() {
        return recipe;
    }

    void observe(Event event) {
        known |= event.seq() >= 1;
        if (event.body() instanceof Accepted accepted && accepted.kind().equals(CommandType.TICK.wireName())) {
            ticks++;
        }
        bed.observe(event);
    }

    /** Whether a plant can be begun. */
    boolean isFree() {
        return prepared
                && !wanted
                && !untidy
                && bed.now() >= restsUntil
                && (!recipe.isSeries() || ticks >= TICKS_TO_LEARN);
    }

    void plant() {
        wanted = true;
        nextStage = 0;
        bed.beginRound();
    }

    /** Says what is due, the usual too where {@code usual}; a plant that is complete, else null. */
    @Nullable
    Plant step(long time, boolean usual) {
        bed.advance(time);
        if (!known) {
            if (asked++ % DEFINE_AGAIN_STEPS == 0) {
                bed.say(OPERATOR, definition());
            }
            return null;
        }
        if (!prepared) {
            prepared = true;
            recipe.prepare(bed);
        }
        tidy();
        Plant complete = wanted ? grow() : null;
        if (usual && untidy) {
            recipe.goOnMeanwhile(bed);
        } else if (usual && nextStage == 0) {
            recipe.goOn(bed);
        }
        return complete;
    }

    private @Nullable Plant grow() {
        List<Stage> stages = recipe.stages();
        while (nextStage < stages.size()) {
            if (!stages.get(nextStage).act().test(bed)) {
                return null;
            }
            if (nextStage == 0) {
                plantedAt = bed.now();
                plantedTicks = ticks;
            }
            nextStage++;
        }
        wanted = false;
        nextStage = 0;
        untidy = recipe.tidying() != null;
        rest();
        return new Plant(
                recipe.kind(),
                symbol(),
                plantedAt,
                bed.now() + recipe.seenWithin().toMillis());
    }

    private void tidy() {
        Stage tidying = recipe.tidying();
        if (untidy
                && tidying != null
                && bed.now() - plantedAt >= Math.min(tidying.after().toMillis(), tidyAfterMsMax)
                && (!recipe.isSeries() || ticks - plantedTicks >= TICKS_TO_LAST)) {
            untidy = !tidying.act().test(bed);
            rest();
        }
    }

    private void rest() {
        restsUntil = bed.now() + recipe.rest().toMillis();
    }

    List<Submission> takeSaid() {
        return bed.takeSaid();
    }

    private DefineInstrument definition() {
        return new DefineInstrument(
                recipe.isGoods() ? "Goods with a story" : "Share with a story",
                recipe.isGoods() ? "planted goods" : "planted shares",
                "EUR",
                Bed.TICK,
                1,
                1_000_000,
                0,
                false,
                recipe.isGoods(),
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER);
    }
}
