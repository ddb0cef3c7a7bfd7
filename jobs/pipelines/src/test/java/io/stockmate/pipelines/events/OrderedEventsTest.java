package io.stockmate.pipelines.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.DeadLetterReason;
import io.stockmate.core.message.Event;
import io.stockmate.core.view.ChainedEvents;
import io.stockmate.core.view.EarlyLimits;
import io.stockmate.core.view.MissingEvent;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.runtime.CollectingSink;
import io.stockmate.pipelines.runtime.JobSettings;
import io.stockmate.pipelines.runtime.RestlessJob;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A job that reads events, on a cluster, with two subtasks. */
final class OrderedEventsTest {
    private static final EventCodec CODEC = new EventCodec();
    private static final EarlyLimits LIMITS = new EarlyLimits(50, Duration.ofMinutes(10));
    private static final int PER_CHECKPOINT = 300;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(2)
            .build());

    @TempDir
    private Path checkpoints;

    private final CollectingSink<Event> handedOn = new CollectingSink<>("ordered-events");
    private final CollectingSink<LakeRow> unreadable = new CollectingSink<>("unreadable-events");

    @BeforeEach
    void noAttemptYet() {
        Attempts.STARTED.set(0);
        Attempts.TO_FAIL.set(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hashmap", "rocksdb"})
    void failuresInTheMiddleLeaveTheOrder(String backend) throws Exception {
        Delivered delivered = delivered();
        Attempts.TO_FAIL.set(2);

        run(records(delivered.stream()), backend);

        assertThat(Attempts.STARTED).hasValue(3);
        Map<String, List<Event>> bySymbol = ChainedEvents.bySymbol(handedOn.collected());
        ChainedEvents.bySymbol(delivered.published()).forEach((symbol, expected) -> {
            List<Event> once = new ArrayList<>();
            for (Event event : bySymbol.get(symbol)) {
                assertThat(event.seq()).isLessThanOrEqualTo(once.size() + 1L);
                if (event.seq() == once.size() + 1) {
                    once.add(event);
                }
            }
            assertThat(once).isEqualTo(expected);
        });
    }

    @Test
    void aRemovedEventEndsTheJobAtItsFirstAttempt() {
        List<Event> events = new ArrayList<>(delivered().stream());
        events.removeIf(event -> event.symbol().equals("SKU-1") && event.seq() == 200);

        assertThatThrownBy(() -> run(records(events), "hashmap"))
                .hasRootCauseInstanceOf(MissingEvent.class)
                .rootCause()
                .hasMessageContaining("events of SKU-1, seq 200: it has not come, and 51 later ones wait for it");
        assertThat(Attempts.STARTED).hasValue(1);
        assertThat(handedOn.collected()).noneMatch(event -> event.symbol().equals("SKU-1") && event.seq() >= 200);
    }

    @Test
    void aContradictedEventEndsTheJobAtItsFirstAttempt() {
        List<Event> events = new ArrayList<>(delivered().published());
        events.replaceAll(event -> event.symbol().equals("SKU-2") && event.seq() == 100
                ? ChainedEvents.changed(event, event.chain())
                : event);

        assertThatThrownBy(() -> run(records(events), "hashmap"))
                .rootCause()
                .hasMessageContaining("events of SKU-2, seq 100: its chain is");
        assertThat(Attempts.STARTED).hasValue(1);
    }

    @Test
    void whatIsNoEventBecomesADeadLetterAndStopsNothing() throws Exception {
        Delivered delivered = delivered();
        List<ArrivedRecord> records = new ArrayList<>(records(delivered.stream()));
        records.add(100, record("no JSON".getBytes(StandardCharsets.UTF_8)));
        records.add(200, record("{\"type\":\"Rumour\",\"symbol\":\"SKU-1\"}".getBytes(StandardCharsets.UTF_8)));

        run(records, "hashmap");

        assertThat(handedOn.collected()).hasSameSizeAs(delivered.published());
        assertThat(unreadable.collected())
                .extracting(row -> ((LakeRow.OfDeadLetter) row).letter().reason())
                .containsExactlyInAnyOrder(DeadLetterReason.MALFORMED, DeadLetterReason.UNKNOWN_TYPE);
    }

    private static Delivered delivered() {
        return Delivered.disturbed(3, 500, 60, 5);
    }

    private static List<ArrivedRecord> records(List<Event> events) {
        return events.stream().map(event -> record(CODEC.encode(event))).toList();
    }

    private static ArrivedRecord record(byte[] data) {
        return new ArrivedRecord(new Cause("shardId-000000000000", "1", 0, 0), "-", data);
    }

    private void run(List<ArrivedRecord> records, String backend) throws Exception {
        StreamExecutionEnvironment environment =
                RestlessJob.environment(new Configuration(), checkpoints, Map.of(JobSettings.STATE_BACKEND, backend));
        environment.setParallelism(2);
        OrderedEvents events = OrderedEvents.of(
                RestlessJob.records(environment, records, PER_CHECKPOINT, new Attempts()),
                ChainedEvents.RULES,
                LIMITS,
                EventHistory.NONE);
        events.events().sinkTo(handedOn).uid("handed-on");
        events.unreadable().sinkTo(unreadable).uid("unreadable");
        environment.execute();
    }

    /** Counts how often the job starts, and fails the first of its attempts in their middle. */
    private static final class Attempts extends RichMapFunction<ArrivedRecord, ArrivedRecord> {
        private static final long serialVersionUID = 1;
        private static final AtomicInteger STARTED = new AtomicInteger();
        private static final AtomicInteger TO_FAIL = new AtomicInteger();
        private static final int FAIL_AT = 500;

        private int records;

        @Override
        public void open(OpenContext context) {
            STARTED.incrementAndGet();
        }

        @Override
        public ArrivedRecord map(ArrivedRecord record) {
            records++;
            if (records == FAIL_AT && TO_FAIL.getAndDecrement() > 0) {
                throw new IllegalStateException("meant to fail");
            }
            return record;
        }
    }
}
