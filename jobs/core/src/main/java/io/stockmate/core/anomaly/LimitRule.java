package io.stockmate.core.anomaly;

import io.stockmate.core.message.SetStockPolicy;
import io.stockmate.core.message.StockLevel;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A rule that holds an account's stock to a limit of its policy. It looks at each movement, and at the stock again when
 * a policy takes another's place; a first policy is looked at with the next movement.
 */
abstract class LimitRule extends PolicyRule {
    /** The stock after the last movement. */
    record Level(long seq, long ts, long onHand, long available, long onOrder) {}

    private @Nullable Level last;

    /** Holds a level to the policy, which is set. */
    abstract void judge(Moment now, Level level);

    @Override
    final void stock(Moment now, StockLevel level) {
        if (policy.isSet()) {
            last = new Level(now.seq(), now.ts(), level.onHand(), level.available(), level.onOrder());
            judge(now, last);
        }
    }

    @Override
    final void policy(Moment now, SetStockPolicy set) {
        super.policy(now, set);
        if (last != null) {
            judge(now, last);
        }
    }

    @Override
    final void tick(Moment now) {
        if (now.rule(kind()).isOff()) {
            latch.clear(now, this);
        }
    }

    /** Where the level stands, for {@link #ofLevel}. */
    static String place(Level level) {
        return level.seq() + ":" + level.ts();
    }

    /** A number of the level about which a finding is. */
    static String ofLevel(Finding found, String expression, Sql sql) {
        String place = String.valueOf(found.ref());
        int colon = place.indexOf(':');
        return "(SELECT " + expression
                + sql.at(
                        "stock_level",
                        Long.parseLong(place.substring(0, colon)),
                        Long.parseLong(place.substring(colon + 1)))
                + ")";
    }

    @Override
    void write(StateOut out) throws IOException {
        super.write(out);
        out.flag(last != null);
        if (last != null) {
            out.number(last.seq());
            out.number(last.ts());
            out.number(last.onHand());
            out.number(last.available());
            out.number(last.onOrder());
        }
    }

    @Override
    void read(StateIn in) throws IOException {
        super.read(in);
        last = in.flag() ? new Level(in.number(), in.number(), in.number(), in.number(), in.number()) : null;
    }
}
