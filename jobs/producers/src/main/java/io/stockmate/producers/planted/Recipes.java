package io.stockmate.producers.planted;

import java.util.ArrayList;
import java.util.List;

/** One recipe for each kind of alert. */
final class Recipes {
    static final List<Recipe> ALL = all();

    private Recipes() {}

    private static List<Recipe> all() {
        List<Recipe> all = new ArrayList<>(PriceRecipes.ALL);
        all.addAll(StockRecipes.ALL);
        all.addAll(AbuseRecipes.ALL);
        all.addAll(SeriesRecipes.ALL);
        return List.copyOf(all);
    }
}
