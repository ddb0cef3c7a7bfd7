package io.stockmate.producers.planted;

import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.Event;
import io.stockmate.producers.Pace;
import io.stockmate.producers.Producer;
import io.stockmate.producers.Submission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Plants anomalies, of all kinds in turn, in an order that a seed decides. The same seed, calls and events give the
 * same submissions and the same plants. Its time is book time.
 */
public final class PlantedMarket implements Producer {
    private final Season season;
    private final SplittableRandom random;
    private final Consumer<Plant> planted;
    private final Map<String, Plot> plots = new LinkedHashMap<>();
    private final Set<Plot> waiting = new LinkedHashSet<>();
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
            String symbol = recipe.isGoods() ? "SKU-9" + twoDigits(++goods) : "PLANT-" + twoDigits(++shares);
            Plot plot = new Plot(recipe, new Bed(symbol, runId), season.tidyAfterMsMax());
            plots.put(symbol, plot);
            nextUsual.put(plot, pace.startedAt() + season.usualEveryMs() * plots.size() / Recipes.ALL.size());
        }
    }

    private static String twoDigits(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    /** What it plants where there is time for everything. */
    public static Set<AlertKind> kinds() {
        return Recipes.ALL.stream()
                .map(Recipe::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AlertKind.class)));
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
        nextUsual.put(plot, Math.max(due + usualEveryMs(plot), time));
        return true;
    }

    private long usualEveryMs(Plot plot) {
        return plot.recipe().isSeries() ? season.busyEveryMs() : season.usualEveryMs();
    }

    /** One that still grows, rests or is not known yet keeps its turn. */
    private void plantNext() {
        if (waiting.stream().noneMatch(Plot::isFree)) {
            plots.values().stream()
                    .filter(plot -> season.days() || !plot.recipe().takesDays())
                    .forEach(waiting::add);
        }
        List<Plot> free = waiting.stream().filter(Plot::isFree).toList();
        if (!free.isEmpty()) {
            Plot next = free.get(random.nextInt(free.size()));
            waiting.remove(next);
            next.plant();
        }
    }
}
