package io.stockmate.pipelines.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
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
    void descriptionsAreTitlesAndWhatIsDone() {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        DataStream<Integer> source =
                Step.READ_EVENTS.describe(environment.fromData(1).name("Source: Read events"));
        DataStream<Integer> operator = Step.ORDER_EVENTS.mark(source.map(event -> event, Types.INT));

        assertThat(source.getTransformation().getDescription()).isEqualTo("Read events: records of the stream events");
        assertThat(operator.getTransformation().getDescription())
                .isEqualTo("Order events: each event once, those of a symbol in order; early ones wait");
        assertThat(operator.getTransformation().getName()).isEqualTo("Order events");
        assertThat(operator.getTransformation().getUid()).isEqualTo("order-events");
    }

    @Test
    void titlesAreTheUidsInWords() {
        assertThat(Step.values()).allSatisfy(step -> assertThat(step.title().toLowerCase(Locale.ROOT))
                .isEqualTo(step.uid().replace('-', ' ')));
    }
}
