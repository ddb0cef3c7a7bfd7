package io.stockmate.core.market;

import static io.stockmate.core.message.Absent.is;

import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.SetAlertRule;
import io.stockmate.core.message.SetStockPolicy;
import org.jspecify.annotations.Nullable;

/** The checks of stock policies and alert rules. */
final class PolicyChecks {
    private PolicyChecks() {}

    static @Nullable Refusal check(SetStockPolicy asked) {
        if (asked.leadTimeDays() < 0 || asked.leadTimeDays() > Limits.LEAD_TIME_DAYS) {
            return Refusal.invalid("leadTimeDays");
        }
        if (asked.leadTimeSdDays() < 0) {
            return Refusal.invalid("leadTimeSdDays");
        }
        if (asked.serviceLevel() <= 0 || asked.serviceLevel() >= Decimal.ONE) {
            return Refusal.invalid("serviceLevel");
        }
        if (asked.reviewDays() < 1 || asked.reviewDays() > Limits.LEAD_TIME_DAYS) {
            return Refusal.invalid("reviewDays");
        }
        if (!isQuantity(asked.minOrderQty(), 1)) {
            return Refusal.invalid("minOrderQty");
        }
        if (!isQuantity(asked.packQty(), 1)) {
            return Refusal.invalid("packQty");
        }
        if (!isQuantity(asked.safetyStock(), 0)) {
            return Refusal.invalid("safetyStock");
        }
        return isQuantity(asked.maxStock(), 0) ? null : Refusal.invalid("maxStock");
    }

    static @Nullable Refusal check(SetAlertRule asked) {
        if (asked.threshold() < 0 || asked.threshold() > AlertKind.THRESHOLD_MAX) {
            return Refusal.invalid("threshold");
        }
        return asked.windowSec() < 0 || asked.windowSec() > AlertKind.WINDOW_SEC_MAX
                ? Refusal.invalid("windowSec")
                : null;
    }

    private static boolean isQuantity(long value, long least) {
        return is(value) || (value >= least && value < Limits.QUANTITY);
    }
}
