package io.stockmate.producers.planted;

import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.MoveKind;
import io.stockmate.core.message.Side;
import java.time.Duration;
import java.util.List;

/**
 * What no rule forbids, and yet was never seen in this symbol before: it comes once in ten days, and each time there is
 * more of it, since a detector learns. It lasts for several buckets, since a detector passes over one that a late clock
 * has stretched.
 */
final class SeriesRecipes {
    private static final Duration SOON = Duration.ofHours(1);
    private static final Duration SEEN = Duration.ofHours(6);
    private static final Duration REST = Duration.ofDays(10);
    private static final int ROUNDS_MAX = 6;

    static final List<Recipe> ALL = List.of(leap(), gap(), block(), rush(), loss());

    private SeriesRecipes() {}

    private static Recipe series(AlertKind kind) {
        return Recipe.share(kind)
                .prepared(bed -> bed.watchOnly(kind))
                .seenWithin(SEEN)
                .rests(REST)
                .overDays();
    }

    /** The price goes up by percents, where a tenth of a percent is usual, and stays for an hour. */
    private static Recipe leap() {
        return series(AlertKind.UNUSUAL_RETURN)
                .busily(bed -> bed.trade("SELLER", "BUYER", 10, bed.price(bed.about(10))))
                .then(bed -> bed.trade("SELLER", "BUYER", 10, bed.price(300 * bed.round())))
                .tidied(SOON, bed -> bed.trade("SELLER", "BUYER", 10, bed.price(0)));
    }

    /** A market maker asks many times the usual spread for an hour. */
    private static Recipe gap() {
        return series(AlertKind.UNUSUAL_SPREAD)
                .busily(bed -> quote(bed, 20 + bed.about(5)))
                .then(bed -> quote(bed, 200 * bed.round()))
                .tidied(SOON, bed -> quote(bed, 20));
    }

    private static void quote(Bed bed, long basisPoints) {
        bed.cancelKept("MAKER");
        bed.keep(bed.rest("MAKER", Side.BUY, 100, bed.price(-basisPoints)));
        bed.keep(bed.rest("MAKER", Side.SELL, 100, bed.price(basisPoints)));
    }

    /** A hundred times the usual quantity and more, at the usual price, for an hour. */
    private static Recipe block() {
        return series(AlertKind.UNUSUAL_VOLUME)
                .busily(bed -> bed.trade("SELLER", "BUYER", 20 + bed.about(5), bed.price(0)))
                .then(SeriesRecipes::tradeBlock)
                .meanwhile(SeriesRecipes::tradeBlock)
                .tidied(SOON, bed -> {});
    }

    private static void tradeBlock(Bed bed) {
        bed.trade("SELLER", "BUYER", times(2_000, bed), bed.price(0));
    }

    /** Eighty orders and more at once, for an hour, where five or so are usual. */
    private static Recipe rush() {
        return series(AlertKind.UNUSUAL_ORDER_RATE)
                .busily(bed -> bids(bed, 5 + bed.about(2)))
                .then(bed -> bids(bed, 40 + 40 * bed.round()))
                .meanwhile(bed -> bids(bed, 40 + 40 * bed.round()))
                .tidied(SOON, bed -> bids(bed, 5));
    }

    /** Three times as much in each round. */
    private static long times(long first, Bed bed) {
        long quantity = first;
        for (int round = 1; round < Math.min(bed.round(), ROUNDS_MAX); round++) {
            quantity *= 3;
        }
        return quantity;
    }

    private static void bids(Bed bed, long orders) {
        bed.cancelKept("BIDDER");
        for (long order = 0; order < orders; order++) {
            bed.keep(bed.rest("BIDDER", Side.BUY, 1, bed.price(-100)));
        }
    }

    /** Pieces go of which nobody knows where, in no packs of six. */
    private static Recipe loss() {
        return Recipe.goods(AlertKind.UNUSUAL_STOCK_MOVEMENT)
                .prepared(bed -> bed.move("STORE", MoveKind.RECEIPT, 1_000_000, null))
                .usually(bed -> bed.move("STORE", MoveKind.ISSUE, 6 * (3 + bed.about(1)), null))
                .then(bed -> bed.move("STORE", MoveKind.ISSUE, times(1_777, bed), null))
                .rests(REST)
                .overDays();
    }
}
