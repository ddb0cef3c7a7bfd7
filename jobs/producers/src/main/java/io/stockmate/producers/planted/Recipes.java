package io.stockmate.producers.planted;

import java.util.ArrayList;
import java.util.List;

/** One recipe for each kind of rule. */
final class Recipes {
    static final List<Recipe> ALL = all();

    private Recipes() {}

    private static List<Recipe> all() {
        List<Recipe> all = new ArrayList<>(PriceRecipes.ALL);
        all.addAll(StockRecipes.ALL);
        all.addAll(AbuseRecipes.ALL);
        return List.copyOf(all);
    }
}
