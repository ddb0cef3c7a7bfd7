package io.stockmate.producers;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.ServiceMeasure;
import io.stockmate.core.message.SetAlertRule;
import io.stockmate.core.message.SetStockPolicy;
import java.util.List;

/** What is seldom done and changes no order: stock policies and alert rules are set. */
final class BackOffice implements Agent {
    private static final long WINDOW_SEC = 3_600;

    private final List<Pit> pits;

    BackOffice(List<Pit> pits) {
        this.pits = pits;
    }

    @Override
    public void act(Floor floor) {
        Pit pit = floor.pick(pits);
        if (!pit.isKnown()) {
            return;
        }
        if (floor.chance(50)) {
            setStockPolicy(floor, pit);
        } else {
            setAlertRule(floor, pit);
        }
    }

    private void setStockPolicy(Floor floor, Pit pit) {
        long days = Math.max(1, pit.listing().definition().leadTimeDays());
        SetStockPolicy policy = new SetStockPolicy(
                days,
                Decimal.ONE * floor.between(1, 3),
                Decimal.ONE * floor.between(90, 99) / 100,
                floor.chance(50) ? ServiceMeasure.CYCLE : ServiceMeasure.FILL,
                1,
                pit.listing().lot(),
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER);
        floor.say(pit.symbol(), DemoMarket.shop(1), policy);
    }

    private void setAlertRule(Floor floor, Pit pit) {
        SetAlertRule rule =
                new SetAlertRule("demand", AlertKind.DEMAND_SPIKE, Decimal.ONE * floor.between(3, 8), WINDOW_SEC);
        floor.say(pit.symbol(), RiskDesk.ACCOUNT, rule);
    }
}
