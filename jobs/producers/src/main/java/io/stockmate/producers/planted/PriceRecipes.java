package io.stockmate.producers.planted;

import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.Side;
import java.util.List;

/** Prices that jump, err, or leave what is allowed. */
final class PriceRecipes {
    static final List<Recipe> ALL = List.of(jump(), fatFinger(), outsideBands());

    private PriceRecipes() {}

    /** Up by 8 % within moments. */
    private static Recipe jump() {
        return Recipe.share(AlertKind.PRICE_CHANGE).then(bed -> {
            bed.trade("SELLER", "BUYER", 10, bed.price(0));
            bed.trade("SELLER", "BUYER", 10, bed.price(800));
        });
    }

    /** A bid 15 % above the last trade, which nobody meets and which is taken back. */
    private static Recipe fatFinger() {
        return Recipe.share(AlertKind.FAT_FINGER).then(bed -> {
            bed.trade("SELLER", "BUYER", 10, bed.price(0));
            bed.keep(bed.rest("HASTY", Side.BUY, 10, bed.price(1_500)));
            bed.cancelKept("HASTY");
        });
    }

    /** A trade a quarter above the price of the day before, and the next one where prices were. */
    private static Recipe outsideBands() {
        return Recipe.share(AlertKind.PRICE_OUTSIDE_BANDS).then(bed -> {
            bed.trade("SELLER", "BUYER", 10, bed.price(2_500));
            bed.trade("SELLER", "BUYER", 10, bed.price(0));
        });
    }
}
