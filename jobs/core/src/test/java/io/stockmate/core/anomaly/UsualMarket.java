package io.stockmate.core.anomaly;

import io.stockmate.core.message.AlertKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Texts of scenarios in which a symbol goes about its usual business for long, then does one thing that it never did.
 */
final class UsualMarket {
    static final int USUAL_BUCKETS = 288;
    private static final int BUCKETS_AFTER = 30;
    private static final int USUAL_ISSUES = 60;

    private final StringBuilder script = new StringBuilder();
    private long noise = 1;
    private int quotes;

    private UsualMarket() {}

    /** What a detector of this kind is to find once, after {@value #USUAL_BUCKETS} buckets or two months of issues. */
    static String with(AlertKind kind) {
        UsualMarket market = new UsualMarket();
        if (kind == AlertKind.UNUSUAL_STOCK_MOVEMENT) {
            market.issues();
        } else {
            market.buckets(kind);
        }
        return market.script.toString();
    }

    /** All of it, without the unusual thing. */
    static String alone() {
        UsualMarket market = new UsualMarket();
        market.buckets(null);
        return market.script.toString();
    }

    private void buckets(@Nullable AlertKind kind) {
        line("at 2026-03-03T00:00");
        line("shares");
        if (kind != null) {
            line("only " + kind);
        }
        line("tick");
        for (int i = 0; i < USUAL_BUCKETS; i++) {
            bucket(cents(10_000), 5, 20, 5);
        }
        bucket(
                cents(10_000) + (kind == AlertKind.UNUSUAL_RETURN ? 300 : 0),
                kind == AlertKind.UNUSUAL_SPREAD ? 30 : 5,
                kind == AlertKind.UNUSUAL_VOLUME ? 120 : 20,
                kind == AlertKind.UNUSUAL_ORDER_RATE ? 40 : 5);
        for (int i = 0; i < BUCKETS_AFTER; i++) {
            bucket(cents(10_000) + (kind == AlertKind.UNUSUAL_RETURN ? 300 : 0), 5, 20, 5);
        }
    }

    private void bucket(long price, long halfSpread, long quantity, long orders) {
        long traded = quantity + draw(5);
        line("+1m");
        line("sell B " + traded + " @ " + text(price));
        line("buy A " + traded + " @ " + text(price));
        line("+1m");
        line((orders + draw(2)) + "x buy C 1 @ 1");
        long spread = halfSpread + draw(2);
        line("buy M 10 @ " + text(price - spread) + " #bid" + quotes);
        line("sell M 10 @ " + text(price + spread) + " #ask" + quotes);
        line("+3m");
        line("tick");
        line("+1s");
        line("cancel M #bid" + quotes);
        line("cancel M #ask" + quotes++);
        line("+-1s");
    }

    private void issues() {
        line("goods 0");
        line("only " + AlertKind.UNUSUAL_STOCK_MOVEMENT);
        line("receive SHOP 100000");
        for (int i = 0; i < USUAL_ISSUES; i++) {
            line("+23h");
            line("issue SHOP " + 6 * (3 + draw(2)));
            line("tick");
        }
        line("+5h");
        line("issue SHOP 1777");
        line("+59m");
        line("tick");
        line("+1m");
        line("tick");
    }

    /** Of the price, around a mean. */
    private long cents(long mean) {
        return mean + draw(10);
    }

    /** −limit … limit, bell-shaped. */
    private long draw(int limit) {
        long sum = 0;
        for (int i = 0; i < 3; i++) {
            noise = noise * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
            sum += Math.floorMod(noise >>> 33, 2L * limit + 1) - limit;
        }
        return Math.floorDiv(sum + 1, 3);
    }

    private static String text(long cents) {
        return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
    }

    private void line(String line) {
        script.append(line).append('\n');
    }
}
