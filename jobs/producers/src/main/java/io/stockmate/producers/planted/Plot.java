package io.stockmate.producers.planted;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Event;
import io.stockmate.producers.Submission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bed with its recipe, and how far the present plant has grown. */
final class Plot {
    private static final String OPERATOR = "OPS";
    private static final long DEFINE_AGAIN_STEPS = 200;

    private final Recipe recipe;
    private final Bed bed;
    private boolean known;
    private boolean prepared;
    private long asked;
    private boolean wanted;
    private long plantedAt = Absent.NUMBER;
    private int nextStage;

    Plot(Recipe recipe, Bed bed) {
        this.recipe = recipe;
        this.bed = bed;
    }

    String symbol() {
        return bed.symbol();
    }

    Recipe recipe() {
        return recipe;
    }

    void observe(Event event) {
        known |= event.seq() >= 1;
        bed.observe(event);
    }

    /** Whether a plant can be begun. */
    boolean isFree() {
        return prepared && !wanted;
    }

    void plant() {
        wanted = true;
        plantedAt = Absent.NUMBER;
        nextStage = 0;
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
            recipe.prepare().accept(bed);
        }
        Plant complete = wanted ? grow() : null;
        if (usual && nextStage == 0) {
            recipe.usual().accept(bed);
        }
        return complete;
    }

    private @Nullable Plant grow() {
        List<Stage> stages = recipe.stages();
        while (nextStage < stages.size()) {
            Stage stage = stages.get(nextStage);
            boolean due =
                    nextStage == 0 || bed.now() >= plantedAt + stage.after().toMillis();
            if (!due || !stage.act().test(bed)) {
                return null;
            }
            plantedAt = nextStage == 0 ? bed.now() : plantedAt;
            nextStage++;
        }
        Plant complete = new Plant(
                recipe.kind(),
                symbol(),
                plantedAt,
                bed.now() + recipe.seenWithin().toMillis());
        wanted = false;
        nextStage = 0;
        return complete;
    }

    List<Submission> takeSaid() {
        return bed.takeSaid();
    }

    private DefineInstrument definition() {
        return new DefineInstrument(
                recipe.goods() ? "Goods with a story" : "Share with a story",
                recipe.goods() ? "planted goods" : "planted shares",
                "EUR",
                Bed.TICK,
                1,
                1_000_000,
                0,
                false,
                recipe.goods(),
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER);
    }
}
