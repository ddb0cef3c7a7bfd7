package io.stockmate.producers.planted;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.MoveKind;
import io.stockmate.core.message.Side;
import java.time.Duration;
import java.util.List;

/** Stock that runs out, piles up, comes late, twice or too much, or is not there. */
final class StockRecipes {
    private static final String STORE = "STORE";
    private static final String SUPPLIER = "SUPPLIER";
    private static final Duration LATER = Duration.ofHours(2);
    private static final long DAY_SEC = Duration.ofDays(1).toSeconds();

    static final List<Recipe> ALL = List.of(
            negative(),
            belowSafety(),
            stockout(),
            overstock(),
            late(),
            overDelivery(),
            duplicate(),
            discrepancy(),
            spike());

    private StockRecipes() {}

    /** A count finds fewer pieces than are promised. */
    private static Recipe negative() {
        return Recipe.goods(AlertKind.NEGATIVE_STOCK)
                .then(bed -> {
                    bed.move(STORE, MoveKind.COUNT, 10, null);
                    bed.keep(bed.rest(STORE, Side.SELL, 8, bed.price(0)));
                    bed.move(STORE, MoveKind.COUNT, 3, null);
                })
                .tidied(LATER, bed -> bed.cancelKept(STORE));
    }

    /** Nine tenths of what is there go at once. */
    private static Recipe belowSafety() {
        return Recipe.goods(AlertKind.BELOW_SAFETY_STOCK)
                .prepared(bed -> {
                    bed.move(STORE, MoveKind.RECEIPT, 100, null);
                    bed.policy(STORE, 2, 20, Absent.NUMBER);
                })
                .then(bed -> bed.move(STORE, MoveKind.ISSUE, 90, null))
                .tidied(LATER, bed -> bed.move(STORE, MoveKind.RECEIPT, 90, null));
    }

    /** A count finds what lasts for an hour at yesterday's pace, and new goods take a week. */
    private static Recipe stockout() {
        return Recipe.goods(AlertKind.PROJECTED_STOCKOUT)
                .prepared(bed -> {
                    bed.rule(AlertKind.PROJECTED_STOCKOUT, 1, DAY_SEC);
                    bed.move(STORE, MoveKind.COUNT, 10_000, null);
                    bed.policy(STORE, 7, Absent.NUMBER, Absent.NUMBER);
                })
                .usually(StockRecipes::sellAsUsual)
                .then(bed -> bed.move(STORE, MoveKind.COUNT, 2, null))
                .tidied(LATER, bed -> bed.move(STORE, MoveKind.COUNT, 10_000, null))
                .rests(Duration.ofDays(2))
                .overDays();
    }

    /** Three times what is wanted at most. */
    private static Recipe overstock() {
        return Recipe.goods(AlertKind.OVERSTOCK)
                .prepared(bed -> {
                    bed.move(STORE, MoveKind.RECEIPT, 50, null);
                    bed.policy(STORE, 2, 10, 100);
                })
                .then(bed -> bed.move(STORE, MoveKind.RECEIPT, 250, null))
                .tidied(LATER, bed -> bed.move(STORE, MoveKind.ISSUE, 250, null));
    }

    /** Due after a day, and not there after two and a half. */
    private static Recipe late() {
        return Recipe.goods(AlertKind.LATE_RECEIPT)
                .then(bed -> bed.buyAhead(STORE, SUPPLIER, 40, 1))
                .seenWithin(Duration.ofHours(49))
                .tidied(Duration.ofHours(60), bed -> receive(bed, 40, 1))
                .overDays();
    }

    /** Five pieces more than were ordered. */
    private static Recipe overDelivery() {
        return Recipe.goods(AlertKind.OVER_DELIVERY)
                .then(bed -> bed.buyAhead(STORE, SUPPLIER, 40, 1))
                .thenWhen(bed -> receive(bed, 45, 1));
    }

    /** The same delivery is booked twice. */
    private static Recipe duplicate() {
        return Recipe.goods(AlertKind.DUPLICATE_RECEIPT)
                .then(bed -> bed.buyAhead(STORE, SUPPLIER, 40, 1))
                .thenWhen(bed -> receive(bed, 40, 2));
    }

    /** A fifth is not on the shelf; the next count agrees with the books. */
    private static Recipe discrepancy() {
        return Recipe.goods(AlertKind.STOCK_DISCREPANCY)
                .prepared(bed -> bed.move(STORE, MoveKind.RECEIPT, 100, null))
                .then(bed -> bed.move(STORE, MoveKind.COUNT, 80, null))
                .tidied(LATER, bed -> {
                    bed.move(STORE, MoveKind.RECEIPT, 20, null);
                    bed.move(STORE, MoveKind.COUNT, 100, null);
                })
                .rests(LATER);
    }

    /** Sixty times the usual. */
    private static Recipe spike() {
        return Recipe.goods(AlertKind.DEMAND_SPIKE)
                .prepared(bed -> bed.move(STORE, MoveKind.RECEIPT, 100_000, null))
                .usually(StockRecipes::sellAsUsual)
                .then(bed -> {
                    for (int customer = 1; customer <= 30; customer++) {
                        bed.trade(STORE, "CUSTOMER-" + customer, 4, bed.price(0));
                    }
                })
                .rests(Duration.ofHours(26))
                .overDays();
    }

    private static void sellAsUsual(Bed bed) {
        bed.trade(STORE, "CUSTOMER-0", 2, bed.price(0));
    }

    private static boolean receive(Bed bed, long qty, int times) {
        String ordered = bed.lastKept();
        if (ordered == null) {
            return false;
        }
        for (int n = 0; n < times; n++) {
            bed.move(STORE, MoveKind.RECEIPT, qty, ordered);
        }
        bed.forgetKept();
        return true;
    }
}
