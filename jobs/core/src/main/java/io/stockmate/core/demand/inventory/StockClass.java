package io.stockmate.core.demand.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much attention an item deserves and how well it can be foreseen: ABC by value, XYZ by variation (Silver, Pyke and
 * Thomas, ch. 2; the bounds are the customary ones).
 */
public record StockClass(Value value, Variation variation) {
    private static final double A_UP_TO = 0.8;
    private static final double B_UP_TO = 0.95;
    private static final double X_UP_TO = 0.5;
    private static final double Y_UP_TO = 1;

    /** A: the items that make the first 80 % of all value; B: those up to 95 %; C: the rest. */
    public enum Value {
        A,
        B,
        C
    }

    /** By the coefficient of variation of a period's demand: X up to 0.5, Y up to 1, Z above or unknown. */
    public enum Variation {
        X,
        Y,
        Z
    }

    /**
     * @param value mean demand times price
     * @param deviation of the demand of a period
     */
    public record Item(String id, double value, double mean, double deviation) {}

    /** The class of each item, the most valuable first; equal ones by id. */
    public static Map<String, StockClass> of(List<Item> items) {
        List<Item> ranked = new ArrayList<>(items);
        ranked.sort(Comparator.comparingDouble(Item::value).reversed().thenComparing(Item::id));
        double all = 0;
        for (Item item : ranked) {
            all += item.value;
        }
        Map<String, StockClass> classes = new LinkedHashMap<>();
        double before = 0;
        for (Item item : ranked) {
            classes.put(item.id, new StockClass(value(before, all), variation(item)));
            before += item.value;
        }
        return classes;
    }

    /** By what the more valuable ones make: the item that crosses a bound belongs to the better class. */
    private static Value value(double before, double all) {
        if (before < A_UP_TO * all) {
            return Value.A;
        }
        return before < B_UP_TO * all ? Value.B : Value.C;
    }

    private static Variation variation(Item item) {
        if (!(item.mean > 0)) {
            return Variation.Z;
        }
        double coefficient = item.deviation / item.mean;
        if (coefficient <= X_UP_TO) {
            return Variation.X;
        }
        return coefficient <= Y_UP_TO ? Variation.Y : Variation.Z;
    }
}
