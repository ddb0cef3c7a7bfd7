package io.stockmate.producers.planted;

import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.Side;
import java.time.Duration;
import java.util.List;

/** Who misleads the market. */
final class AbuseRecipes {
    private static final long HOUR_SEC = 3_600;
    private static final long HOUR_MS = 1_000 * HOUR_SEC;
    private static final long DAY_MS = 24 * HOUR_MS;
    private static final int QUOTES = 80;

    static final List<Recipe> ALL = List.of(washTrades(), layering(), stuffing(), markingTheClose(), ignition());

    private AbuseRecipes() {}

    /** Two accounts pass the same pieces back and forth. */
    private static Recipe washTrades() {
        return Recipe.share(AlertKind.WASH_TRADE).then(bed -> {
            for (int round = 0; round < 3; round++) {
                bed.trade("WASH-1", "WASH-2", 25, bed.price(0));
                bed.trade("WASH-2", "WASH-1", 25, bed.price(0));
            }
        });
    }

    /** Offers that press the price, a cheap purchase, and the offers are gone. */
    private static Recipe layering() {
        return Recipe.share(AlertKind.LAYERING).then(bed -> {
            for (int level = 1; level <= 7; level++) {
                bed.keep(bed.rest("SPOOFER", Side.SELL, 500, bed.price(10 * level)));
            }
            bed.trade("SELLER", "SPOOFER", 50, bed.price(0));
            bed.cancelKept("SPOOFER");
        });
    }

    /** Bids that nobody could meet, by the dozen, each gone as it comes. */
    private static Recipe stuffing() {
        return Recipe.share(AlertKind.QUOTE_STUFFING)
                .prepared(bed -> bed.rule(AlertKind.QUOTE_STUFFING, QUOTES, 10))
                .then(bed -> {
                    for (int quote = 0; quote < QUOTES; quote++) {
                        bed.keep(bed.rest("STUFFER", Side.BUY, 1, bed.price(-500)));
                        bed.cancelKept("STUFFER");
                    }
                });
    }

    /** Towards the end of a day somebody pays 3 % more, for more than all others together; then nobody trades. */
    private static Recipe markingTheClose() {
        return Recipe.share(AlertKind.MARKING_THE_CLOSE)
                .prepared(bed -> bed.rule(AlertKind.MARKING_THE_CLOSE, 2, 2 * HOUR_SEC))
                .thenWhen(bed -> {
                    long closesInMs = DAY_MS - Math.floorMod(bed.now(), DAY_MS);
                    boolean closing = closesInMs > HOUR_MS && closesInMs < 2 * HOUR_MS - HOUR_MS / 20;
                    if (closing) {
                        bed.trade("SELLER", "MARKER", 60, bed.price(300));
                    }
                    return closing;
                })
                .seenWithin(Duration.ofHours(3))
                .tidied(Duration.ofHours(3), bed -> bed.trade("SELLER", "BUYER", 10, bed.price(0)))
                .rests(Duration.ofHours(4))
                .overDays();
    }

    /** Buys the price up in steps, and sells to those who follow. */
    private static Recipe ignition() {
        return Recipe.share(AlertKind.MOMENTUM_IGNITION).then(bed -> {
            for (int step = 1; step <= 6; step++) {
                bed.trade("SELLER", "IGNITER", 10, bed.price(50 * step));
            }
            bed.trade("SELLER", "FOLLOWER", 10, bed.price(310));
            bed.rest("FOLLOWER", Side.BUY, 60, bed.price(290));
            bed.take("IGNITER", Side.SELL, 60, bed.price(290));
        });
    }
}
