package io.stockmate.pipelines.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.stockmate.connectors.advice.Advisor;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertAdvice;
import io.stockmate.core.message.AlertState;
import io.stockmate.core.message.ResultSpecimens;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.runtime.AlertSerializer;
import io.stockmate.pipelines.runtime.CollectingSink;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Alerts go their way, whatever the advisor does. */
final class AskForAdviceTest {
    private static final int ALERTS = 2_000;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(1)
            .build());

    private final CollectingSink<Alert> published = new CollectingSink<>("published");
    private final CollectingSink<LakeRow> answers = new CollectingSink<>("answers");

    @Test
    void whatIsAnsweredGoesToATableOfItsOwn() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/alerts", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] body = "Count it.".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            String host = "127.0.0.1:" + server.getAddress().getPort();
            run(
                    AdviceProperties.of(PropertyGroup.of(
                            "anomaly.advice", Map.of("address", "http://" + host + "/alerts", "in-flight.max", "100"))),
                    List.of(alert(1, AlertState.RAISED), alert(1, AlertState.CLEARED), alert(2, AlertState.RAISED)));

            assertThat(answers.collected())
                    .containsExactlyInAnyOrder(
                            new LakeRow.OfAdvice(
                                    AlertAdvice.to(alert(1, AlertState.RAISED), host + "/alerts", "Count it.")),
                            new LakeRow.OfAdvice(
                                    AlertAdvice.to(alert(2, AlertState.RAISED), host + "/alerts", "Count it.")));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anAdvisorWhoNeverAnswersIsAskedALittleAndHoldsNothingUp() throws Exception {
        Waiting.ASKED.set(0);

        run(new AdviceProperties(new Waiting(), Duration.ofSeconds(2), 3), many());

        assertThat(published.collected()).hasSize(ALERTS);
        assertThat(Waiting.PUBLISHED_WHEN_FIRST_GAVE_UP.get())
                .as("alerts published before the first question ended")
                .isEqualTo(ALERTS);
        assertThat(Waiting.ASKED.get()).isEqualTo(3);
        assertThat(answers.collected()).isEmpty();
    }

    @Test
    void anAdvisorWhoFailsIsNoFailureOfTheJob() throws Exception {
        run(new AdviceProperties(new Failing(), Duration.ofSeconds(2), 3), many());

        assertThat(published.collected()).hasSize(ALERTS);
        assertThat(answers.collected()).isEmpty();
    }

    @Test
    void nobodyIsAskedUnlessItIsSaidWhom() throws Exception {
        AdviceProperties off = AdviceProperties.of(PropertyGroup.of("anomaly.advice", Map.of()));

        run(off, many());

        assertThat(off).isEqualTo(AdviceProperties.OFF);
        assertThat(published.collected()).hasSize(ALERTS);
        assertThat(answers.collected()).isEmpty();
    }

    private void run(AdviceProperties advice, List<Alert> alerts) throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment.setParallelism(1);
        DataStream<Alert> raised = environment.fromData(AlertSerializer.ALERT, alerts.toArray(new Alert[0]));
        raised.sinkTo(published);
        AnomalyTopology.ask(raised, advice).sinkTo(answers);
        environment.execute();
    }

    private static List<Alert> many() {
        return IntStream.range(0, ALERTS)
                .mapToObj(number -> alert(number, AlertState.RAISED))
                .toList();
    }

    private static Alert alert(int number, AlertState state) {
        Alert alert = ResultSpecimens.fullAlert();
        return new Alert(
                alert.symbol(),
                alert.ts(),
                "SKU-1-FAT_FINGER-" + number,
                alert.kind(),
                alert.severity(),
                state,
                alert.recipient(),
                alert.account(),
                alert.observed(),
                alert.expected(),
                alert.score(),
                alert.evidence(),
                alert.advice(),
                alert.repro(),
                alert.ruleId(),
                alert.firstSeq(),
                number);
    }

    /** Answers never, and sees how many alerts were published when it is given up. */
    private static final class Waiting implements Advisor {
        static final AtomicInteger ASKED = new AtomicInteger();
        static final AtomicInteger PUBLISHED_WHEN_FIRST_GAVE_UP = new AtomicInteger();

        @Override
        public String name() {
            return "waiting";
        }

        @Override
        public void open() {}

        @Override
        public CompletableFuture<String> ask(Alert alert) {
            CompletableFuture<String> never = new CompletableFuture<>();
            if (ASKED.incrementAndGet() == 1) {
                never.whenComplete(
                        (answer, late) -> PUBLISHED_WHEN_FIRST_GAVE_UP.set(CollectingSink.count("published")));
            }
            return never;
        }

        @Override
        public void close() {}
    }

    private static final class Failing implements Advisor {
        @Override
        public String name() {
            return "failing";
        }

        @Override
        public void open() {}

        @Override
        public CompletableFuture<String> ask(Alert alert) {
            throw new IllegalStateException("no");
        }

        @Override
        public void close() {}
    }
}
