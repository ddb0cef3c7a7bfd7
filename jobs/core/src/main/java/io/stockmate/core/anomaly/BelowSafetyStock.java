package io.stockmate.core.anomaly;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.JsonText;

/**
 * Less is available than the threshold's share of the safety stock that the account's policy sets. Cleared at 105 % of
 * that share. Safety stock as in Silver, Pyke and Thomas, Inventory and Production Management in Supply Chains, chapter
 * 6.
 *
 * <p>observed: pieces available; expected: the safety stock; score: what is missing, in percent of it.
 */
final class BelowSafetyStock extends LimitRule {
    private static final long HYSTERESIS_PERCENT = 105;

    @Override
    public AlertKind kind() {
        return AlertKind.BELOW_SAFETY_STOCK;
    }

    @Override
    void judge(Moment now, Level level) {
        Threshold rule = now.rule(kind());
        long safety = policy.safetyStock();
        if (Absent.is(safety) || rule.isOff()) {
            latch.clear(now, this);
            return;
        }
        long least = Amounts.percent(rule.value(), safety);
        if (level.available() < least) {
            long missing = safety - level.available();
            latch.raise(
                    now,
                    this,
                    Finding.at(
                                    now,
                                    Amounts.of(level.available()),
                                    Amounts.of(safety),
                                    Amounts.percentOf(missing, safety),
                                    Amounts.worth(missing, now.lastPx()))
                            .of(now.account())
                            .about(place(level))
                            .since(policy.seq(), policy.ts())
                            .with(level.onHand(), level.onOrder()));
        } else if (level.available() * 100 >= least * HYSTERESIS_PERCENT) {
            latch.clear(now, this);
        }
    }

    @Override
    public void evidence(Finding found, JsonText json) {
        json.decimal("available", found.observed());
        json.decimal("safetyStock", found.expected());
        json.integer("onHand", found.detail());
        json.integer("onOrder", found.other());
    }

    @Override
    public String advice(Finding found) {
        return "Order at least " + Amounts.text(found.expected() - found.observed()) + " pieces for " + found.account()
                + (found.other() > 0 ? ", or expedite the " + found.other() + " on order." : "; none are on order.");
    }

    @Override
    public String repro(Finding found, Sql sql) {
        return Sql.row(ofLevel(found, "available", sql), policyValue(found, "safetyStock", sql));
    }
}
