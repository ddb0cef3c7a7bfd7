package io.stockmate.pipelines.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class StepTest {
    @Test
    void uidsAreThoseThatSavepointsHold() {
        assertThat(Arrays.stream(Step.values()).map(Step::uid))
                .containsExactly(
                        "read-commands",
                        "restore-records",
                        "decode-commands",
                        "match-orders",
                        "publish-events",
                        "select-order-statuses",
                        "report-order-statuses",
                        "record-events",
                        "write-lake",
                        "read-events",
                        "decode-events",
                        "order-events",
                        "watch-symbols",
                        "publish-alerts",
                        "record-alerts",
                        "ask-for-advice",
                        "plan-demand",
                        "publish-suggestions",
                        "keep-books",
                        "post-transactions",
                        "deliver-accounting",
                        "bill-usage",
                        "select-rows",
                        "update-order-status",
                        "update-stock-level",
                        "update-top-of-book",
                        "update-instrument",
                        "update-payment",
                        "update-orders",
                        "read-alerts",
                        "decode-alerts",
                        "summarize-issues");
    }

    @Test
    void titlesAreTheUidsInWords() {
        assertThat(Step.values()).allSatisfy(step -> assertThat(step.title().toLowerCase(Locale.ROOT))
                .isEqualTo(step.uid().replace('-', ' ')));
    }
}
