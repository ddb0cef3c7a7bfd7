package io.stockmate.core.anomaly;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.JsonText;

/**
 * On hand and on order there is more than the threshold's share of the maximum that the account's policy sets. Cleared
 * at 95 % of that share.
 *
 * <p>observed: pieces on hand and on order; expected: the maximum; score: the excess in percent of it.
 */
final class Overstock extends LimitRule {
    private static final long HYSTERESIS_PERCENT = 95;

    @Override
    public AlertKind kind() {
        return AlertKind.OVERSTOCK;
    }

    @Override
    void judge(Moment now, Level level) {
        Threshold rule = now.rule(kind());
        long max = policy.maxStock();
        if (Absent.is(max) || rule.isOff()) {
            latch.clear(now, this);
            return;
        }
        long most = Amounts.percent(rule.value(), max);
        long owned = level.onHand() + level.onOrder();
        if (owned > most) {
            latch.raise(
                    now,
                    this,
                    Finding.at(
                                    now,
                                    Amounts.of(owned),
                                    Amounts.of(max),
                                    Amounts.percentOf(owned - max, max),
                                    Amounts.worth(owned - max, now.lastPx()))
                            .of(now.account())
                            .about(place(level))
                            .since(policy.seq(), policy.ts())
                            .with(level.onHand(), level.onOrder()));
        } else if (owned * 100 <= most * HYSTERESIS_PERCENT) {
            latch.clear(now, this);
        }
    }

    @Override
    public void evidence(Finding found, JsonText json) {
        json.integer("onHand", found.detail());
        json.integer("onOrder", found.other());
        json.decimal("maxStock", found.expected());
    }

    @Override
    public String advice(Finding found) {
        return "Sell, return or redistribute " + Amounts.text(found.observed() - found.expected()) + " pieces of "
                + found.account() + (found.other() > 0 ? ", or cancel part of what is on order." : ".");
    }

    @Override
    public String repro(Finding found, Sql sql) {
        return Sql.row(ofLevel(found, "onHand + onOrder", sql), policyValue(found, "maxStock", sql));
    }
}
