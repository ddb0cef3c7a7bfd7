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
            plan(floor, pit, floor.pick(shops(pit)));
        } else {
            setAlertRule(floor, pit);
        }
    }

    /** Each shop plans the goods it sells by a policy of its own. */
    static void plan(Floor floor, Pit pit) {
        shops(pit).forEach(shop -> plan(floor, pit, shop));
    }

    private static List<String> shops(Pit pit) {
        return pit.desks().stream()
                .map(Desk::account)
                .filter(DemoMarket::isShop)
                .toList();
    }

    private static void plan(Floor floor, Pit pit, String shop) {
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
        floor.say(pit.symbol(), shop, policy);
    }

    private void setAlertRule(Floor floor, Pit pit) {
        SetAlertRule rule =
                new SetAlertRule("demand", AlertKind.DEMAND_SPIKE, Decimal.ONE * floor.between(3, 8), WINDOW_SEC);
        floor.say(pit.symbol(), RiskDesk.ACCOUNT, rule);
    }
}
