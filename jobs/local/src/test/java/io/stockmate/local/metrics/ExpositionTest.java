package io.stockmate.local.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.metrics.NoOpMetricRegistry;
import org.apache.flink.runtime.metrics.filter.MetricFilter;
import org.apache.flink.runtime.metrics.groups.AbstractMetricGroup;
import org.apache.flink.runtime.metrics.groups.FrontMetricGroup;
import org.apache.flink.runtime.metrics.groups.ReporterScopedSettings;
import org.apache.flink.runtime.metrics.groups.TaskManagerMetricGroup;
import org.junit.jupiter.api.Test;

class ExpositionTest {
    private final Exposition exposition = new Exposition();
    private final MetricGroup group = TaskManagerMetricGroup.createTaskManagerMetricGroup(
            NoOpMetricRegistry.INSTANCE, "host-1", new ResourceID("worker 1"));

    @Test
    void valuesHaveFlinksNamesAndLabels() {
        Counter rejects = new SimpleCounter();
        rejects.inc(7);
        exposition.add(rejects, "rejects", told(group.addGroup("reason", "NO \"STOCK\"")));
        exposition.add((Gauge<Double>) () -> 0.25, "share", told(group));
        exposition.add((Gauge<Boolean>) () -> true, "isWell", told(group));
        exposition.add((Gauge<String>) () -> "text", "place", told(group));
        assertThat(exposition.text())
                .isEqualTo(
                        """
                        # TYPE flink_taskmanager_isWell gauge
                        flink_taskmanager_isWell{host="host_1",tm_id="worker_1"} 1
                        # TYPE flink_taskmanager_reason_rejects gauge
                        flink_taskmanager_reason_rejects{host="host_1",reason="NO__STOCK_",tm_id="worker_1"} 7
                        # TYPE flink_taskmanager_share gauge
                        flink_taskmanager_share{host="host_1",tm_id="worker_1"} 0.25
                        """);
        exposition.remove(rejects, "rejects", told(group.addGroup("reason", "NO \"STOCK\"")));
        assertThat(exposition.text()).doesNotContain("rejects");
    }

    @Test
    void counterOfTwoNamesIsToldUnderBothAndWhatFailsIsLeftOut() {
        Counter records = new SimpleCounter();
        exposition.add(records, "numRecordsOut", told(group));
        exposition.add(records, "numRecordsSend", told(group));
        exposition.add(
                (Gauge<Long>) () -> {
                    throw new IllegalStateException("closed");
                },
                "broken",
                told(group));
        assertThat(exposition.text().lines().filter(line -> !line.startsWith("#")))
                .extracting(line -> line.substring(0, line.indexOf('{')))
                .containsExactly("flink_taskmanager_numRecordsOut", "flink_taskmanager_numRecordsSend");
    }

    @Test
    void endpointAnswersGetOfMetricsAndNothingElse() throws Exception {
        exposition.add((Gauge<Integer>) () -> 3, "books", told(group));
        try (MetricsEndpoint endpoint = MetricsEndpoint.start(0, exposition)) {
            HttpResponse<String> reply = ask(HttpRequest.newBuilder(endpoint.uri()));
            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(reply.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
            assertThat(reply.body()).endsWith(" 3\n");
            assertThat(ask(HttpRequest.newBuilder(URI.create(endpoint.uri() + "/x")))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(ask(HttpRequest.newBuilder(endpoint.uri()).DELETE()).statusCode())
                    .isEqualTo(405);
        }
    }

    /** As Flink hands a group to a reporter. */
    private static MetricGroup told(MetricGroup group) {
        return new FrontMetricGroup<>(
                new ReporterScopedSettings(0, '.', MetricFilter.NO_OP_FILTER, Set.of(), Map.of()),
                (AbstractMetricGroup<?>) group);
    }

    private static HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
