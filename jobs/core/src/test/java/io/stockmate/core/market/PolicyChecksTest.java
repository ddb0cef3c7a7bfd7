package io.stockmate.core.market;

import static io.stockmate.core.market.TestMarket.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.ServiceMeasure;
import io.stockmate.core.message.SetAlertRule;
import io.stockmate.core.message.SetStockPolicy;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bounds of stock policies and alert rules, days and shares in units of 10⁻⁴. */
class PolicyChecksTest {
    private final TestMarket market = TestMarket.ofGoods(0);

    @ParameterizedTest
    @CsvSource({
        "leadTimeDays, 0, -1, INVALID_LEAD_TIME_DAYS",
        "leadTimeDays, 3650, 3651, INVALID_LEAD_TIME_DAYS",
        "leadTimeSdDays, 0, -1, INVALID_LEAD_TIME_SD_DAYS",
        "serviceLevel, 1, 0, INVALID_SERVICE_LEVEL",
        "serviceLevel, 9999, 10000, INVALID_SERVICE_LEVEL",
        "reviewDays, 1, 0, INVALID_REVIEW_DAYS",
        "reviewDays, 3650, 3651, INVALID_REVIEW_DAYS",
        "minOrderQty, 1, 0, INVALID_MIN_ORDER_QTY",
        "minOrderQty, 999999999999, 1000000000000, INVALID_MIN_ORDER_QTY",
        "packQty, 1, 0, INVALID_PACK_QTY",
        "packQty, 999999999999, 1000000000000, INVALID_PACK_QTY",
        "safetyStock, 0, -1, INVALID_SAFETY_STOCK",
        "safetyStock, 999999999999, 1000000000000, INVALID_SAFETY_STOCK",
        "maxStock, 0, -1, INVALID_MAX_STOCK",
        "maxStock, 999999999999, 1000000000000, INVALID_MAX_STOCK"
    })
    void numberOfAPolicyIsTakenUpToItsBound(String field, long taken, long refused, String text) {
        assertThat(market.send("SHOP", policy(Map.of(field, taken)))).containsExactly("ACCEPTED SetStockPolicy");
        assertThat(market.send("SHOP", policy(Map.of(field, refused))))
                .containsExactly("BUSINESS_REJECT SetStockPolicy null INVALID_FIELD " + text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, -1, 0, INVALID_THRESHOLD",
        "10000000000000, 60, 10000000000001, 60, INVALID_THRESHOLD",
        "50000, 0, 50000, -1, INVALID_WINDOW_SEC",
        "50000, 2678400, 50000, 2678401, INVALID_WINDOW_SEC"
    })
    void alertRuleIsTakenUpToItsBounds(
            long takenThreshold, long takenWindow, long refusedThreshold, long refusedWindow, String text) {
        assertThat(market.send("SHOP", rule(takenThreshold, takenWindow))).containsExactly("ACCEPTED SetAlertRule");
        assertThat(market.send("SHOP", rule(refusedThreshold, refusedWindow)))
                .containsExactly("BUSINESS_REJECT SetAlertRule r1 INVALID_FIELD " + text);
    }

    private static SetAlertRule rule(long threshold, long windowSec) {
        return new SetAlertRule("r1", AlertKind.PRICE_CHANGE, threshold, windowSec);
    }

    private static SetStockPolicy policy(Map<String, Long> numbers) {
        return new SetStockPolicy(
                numbers.getOrDefault("leadTimeDays", 5L),
                numbers.getOrDefault("leadTimeSdDays", 0L),
                numbers.getOrDefault("serviceLevel", 9_500L),
                ServiceMeasure.CYCLE,
                numbers.getOrDefault("reviewDays", 1L),
                numbers.getOrDefault("minOrderQty", NONE),
                numbers.getOrDefault("packQty", NONE),
                numbers.getOrDefault("safetyStock", NONE),
                numbers.getOrDefault("maxStock", NONE));
    }
}
