package io.stockmate.producers.planted;

import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.Event;
import io.stockmate.producers.Pace;
import io.stockmate.producers.Producer;
import io.stockmate.producers.Submission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Plants anomalies, of all kinds in turn, in an order that a seed decides. The same seed, calls and events give the same
 * submissions and the same plants. Its time is book time.
 */
public final class PlantedMarket implements Producer {
    private final Season season;
    private final SplittableRandom random;
    private final Consumer<Plant> planted;
    private final Map<String, Plot> plots = new LinkedHashMap<>();
    private final List<Plot> waiting = new ArrayList<>();
    private final Map<Plot, Long> nextUsual = new LinkedHashMap<>();
    private long nextPlant;

    /**
     * @param runId starts every id, another one for each run: see {@link io.stockmate.producers.DemoMarket}
     * @param planted is told of each plant when all of it has been said
     */
    public PlantedMarket(long seed, Pace pace, String runId, Consumer<Plant> planted) {
        this.season = Season.at(pace);
        this.random = new SplittableRandom(seed);
        this.planted = planted;
        this.nextPlant = pace.startedAt() + season.firstAfterMs();
        int shares = 0;
        int goods = 0;
        for (Recipe recipe : Recipes.ALL) {
            String symbol = recipe.goods() ? "SKU-9" + twoDigits(++goods) : "PLANT-" + twoDigits(++shares);
            Plot plot = new Plot(recipe, new Bed(symbol, runId));
            plots.put(symbol, plot);
            nextUsual.put(plot, pace.startedAt() + season.usualEveryMs() * plots.size() / Recipes.ALL.size());
        }
    }

    private static String twoDigits(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    /** The symbol in which a kind is planted; null for a kind that is not. */
    @Nullable
    String symbolOf(AlertKind kind) {
        for (Plot plot : plots.values()) {
            if (plot.recipe().kind() == kind) {
                return plot.symbol();
            }
        }
        return null;
    }

    @Override
    public void observe(Event event) {
        Plot plot = plots.get(event.symbol());
        if (plot != null) {
            plot.observe(event);
        }
    }

    @Override
    public List<Submission> step(long time) {
        if (time >= nextPlant) {
            nextPlant = time + season.everyMs();
            plantNext();
        }
        List<Submission> said = new ArrayList<>();
        for (Plot plot : plots.values()) {
            Plant complete = plot.step(time, isUsualDue(plot, time));
            said.addAll(plot.takeSaid());
            if (complete != null) {
                planted.accept(new Plant(
                        complete.kind(), complete.symbol(), complete.from(), complete.to() + season.patienceMs()));
            }
        }
        return said;
    }

    private boolean isUsualDue(Plot plot, long time) {
        Long due = nextUsual.get(plot);
        if (due == null || time < due) {
            return false;
        }
        nextUsual.put(plot, Math.max(due + season.usualEveryMs(), time));
        return true;
    }

    /** One that still grows, or is not known yet, waits for its next turn. */
    private void plantNext() {
        if (waiting.isEmpty()) {
            plots.values().stream()
                    .filter(plot -> season.days() || !plot.recipe().takesDays())
                    .forEach(waiting::add);
        }
        Plot next = waiting.remove(random.nextInt(waiting.size()));
        if (next.isFree()) {
            next.plant();
        }
    }
}
