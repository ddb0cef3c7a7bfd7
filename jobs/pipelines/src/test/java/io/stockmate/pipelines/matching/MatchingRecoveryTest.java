package io.stockmate.pipelines.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.firehose.OrderStatusSink;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.LogEntry;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.runtime.CollectingSink;
import io.stockmate.pipelines.runtime.JobSettings;
import io.stockmate.pipelines.runtime.JobSettings.StateBackendType;
import io.stockmate.pipelines.runtime.RestlessJob;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The job on a cluster, at two subtasks of matching, with failures in its middle. */
final class MatchingRecoveryTest {
    private static final int RECORDS_PER_CHECKPOINT = 400;
    private static final List<Inbound> SESSION = Commands.session(5, 12, 4_000);
    private static final List<ArrivedRecord> RECORDS = records();

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(2)
            .build());

    @TempDir
    private Path checkpoints;

    private final CollectingSink<Event> events = new CollectingSink<>("events");
    private final CollectingSink<Event> statuses = new CollectingSink<>("statuses");
    private final CollectingSink<LakeRow> lake = new CollectingSink<>("lake");

    @ParameterizedTest
    @EnumSource(StateBackendType.class)
    void failuresLeaveNoTraceButRepeats(StateBackendType backend) throws Exception {
        Set<String> failures = Set.of(sequenceNumber(700), sequenceNumber(1_900), sequenceNumber(3_333));
        FailAt.records(failures);

        run(backend);

        assertThat(FailAt.toCome()).isEmpty();
        List<Event> expected = Matched.by(SESSION);
        assertThat(events.collected()).hasSizeGreaterThan(expected.size());
        Map<String, Event> published = once(
                events.collected(), Function.identity(), event -> event.header().execId());
        assertThat(Matched.bySymbol(List.copyOf(published.values()))).isEqualTo(Matched.bySymbol(expected));
        assertThat(once(statuses.collected(), Function.identity(), event -> event.header()
                        .execId()))
                .containsOnlyKeys(expected.stream()
                        .filter(OrderStatusSink::takes)
                        .map(event -> event.header().execId())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(StateBackendType.class)
    void everyRecordComesToTheLakeWithOnePlace(StateBackendType backend) throws Exception {
        FailAt.records(Set.of(sequenceNumber(2_222)));

        run(backend);

        Map<String, LogEntry> log = once(
                rows(LakeRow.OfCommand.class).stream()
                        .map(LakeRow.OfCommand::entry)
                        .toList(),
                LogEntry::commandSeq,
                entry -> entry.cause().sequenceNumber());
        Map<String, Long> places = new TreeMap<>();
        log.forEach((number, entry) -> places.put(number, entry.commandSeq()));
        assertThat(places).isEqualTo(places());
        assertThat(rows(LakeRow.OfDeadLetter.class))
                .extracting(row -> row.letter().cause().sequenceNumber())
                .containsOnly(RECORDS.get(RECORDS.size() - 1).cause().sequenceNumber());
        assertThat(once(rows(LakeRow.OfEvent.class), Function.identity(), row -> row.event()
                        .header()
                        .execId()))
                .hasSameSizeAs(Matched.by(SESSION));
    }

    /** The n-th command of its symbol. */
    private static Map<String, Long> places() {
        Map<String, Long> places = new TreeMap<>();
        Map<String, Long> lastPlaces = new TreeMap<>();
        for (Inbound inbound : SESSION) {
            long place = lastPlaces.merge(inbound.symbol(), 1L, Long::sum);
            places.put(inbound.record().cause().sequenceNumber(), place);
        }
        return places;
    }

    private <R extends LakeRow> List<R> rows(Class<R> kind) {
        return lake.collected().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The first of each id; a repeat with other content fails the test. */
    private static <T> Map<String, T> once(List<T> all, Function<T, ?> content, Function<T, String> id) {
        Map<String, T> once = new LinkedHashMap<>();
        for (T one : all) {
            T first = once.putIfAbsent(id.apply(one), one);
            if (first != null) {
                assertThat(content.apply(one)).isEqualTo(content.apply(first));
            }
        }
        return once;
    }

    private void run(StateBackendType backend) throws Exception {
        StreamExecutionEnvironment environment = RestlessJob.environment(
                new Configuration(), checkpoints, Map.of(JobSettings.STATE_BACKEND, backend.name()));
        environment.setParallelism(2);
        MatchingTopology.build(
                RestlessJob.records(environment, RECORDS, RECORDS_PER_CHECKPOINT, new FailAt()),
                Commands.RULES,
                new MatchingSinks(events, statuses, lake));
        environment.execute();
    }

    private static String sequenceNumber(int record) {
        return RECORDS.get(record).cause().sequenceNumber();
    }

    /** The session's, and one that is a dead letter. */
    private static List<ArrivedRecord> records() {
        List<ArrivedRecord> records =
                new ArrayList<>(SESSION.stream().map(Inbound::record).toList());
        ArrivedRecord last = records.get(records.size() - 1);
        records.add(new ArrivedRecord(
                new Cause("shardId-000000000000", "9999999", 0, last.cause().arrivedAt()),
                "SKU-1",
                "not JSON".getBytes(StandardCharsets.UTF_8)));
        return List.copyOf(records);
    }
}
