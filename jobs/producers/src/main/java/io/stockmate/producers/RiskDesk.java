package io.stockmate.producers;

import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.SetAlertRule;
import java.util.List;

/**
 * Sets the alerts of goods, of which one book holds retail and wholesale: a price a third below the last is usual
 * there.
 */
final class RiskDesk {
    static final String ACCOUNT = "RISK";

    private static final List<AlertKind> PRICES =
            List.of(AlertKind.PRICE_CHANGE, AlertKind.PRICE_OUTSIDE_BANDS, AlertKind.FAT_FINGER);
    private static final long PERCENT = 60;

    private RiskDesk() {}

    static void widen(Floor floor, Pit goods) {
        for (AlertKind kind : PRICES) {
            floor.say(
                    goods.symbol(),
                    ACCOUNT,
                    new SetAlertRule("retail-" + kind, kind, PERCENT * Decimal.ONE, kind.windowSec()));
        }
    }
}
