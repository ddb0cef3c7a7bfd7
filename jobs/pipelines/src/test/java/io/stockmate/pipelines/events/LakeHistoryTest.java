package io.stockmate.pipelines.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.connectors.kinesis.OutgoingRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.message.Event;
import io.stockmate.core.view.ChainedEvents;
import io.stockmate.core.view.ContradictedEvent;
import io.stockmate.core.view.EarlyLimits;
import io.stockmate.core.view.MissingEvent;
import io.stockmate.emulators.KinesisEndpoint;
import io.stockmate.pipelines.matching.RecordedSession;
import io.stockmate.pipelines.matching.RecordedSessions;
import io.stockmate.pipelines.reconcile.DamagedLake;
import io.stockmate.pipelines.runtime.CollectingSink;
import io.stockmate.pipelines.runtime.JobSettings;
import io.stockmate.pipelines.runtime.JobSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A stream that has lost its first part, whose beginning is in the lake. */
@Timeout(60)
@ExtendWith(RecordedSessions.class)
final class LakeHistoryTest {
    private static final EventCodec CODEC = new EventCodec();
    private static final EarlyLimits LIMITS = new EarlyLimits(10, Duration.ofMinutes(10));

    @TempDir
    private Path directory;

    private static RecordedSession session;

    /** With repeats, and no event further than a few places from where it was. */
    private static List<Event> stream = List.of();

    /** Each event once and in order, by symbol. */
    private static Map<String, List<Event>> published = Map.of();

    @BeforeAll
    static void runOnce(RecordedSessions sessions) throws Exception {
        session = sessions.of(42);
        List<Event> events = session.events().stream()
                .map(record -> CODEC.decode(record.data()))
                .filter(event -> event.seq() > 0)
                .distinct()
                .sorted(Comparator.comparingLong((Event event) -> event.cause().arrivedAt())
                        .thenComparingLong(Event::seq))
                .toList();
        stream = ChainedEvents.disturbed(events, 8, 3);
        published = ChainedEvents.bySymbol(events);
        assertThat(published).hasSize(4);
    }

    @Test
    void theLakeGivesTheFirstPartAndTheStreamTheRest() throws Exception {
        for (int lost : List.of(20, stream.size() / 2, stream.size() - 500)) {
            assertThat(ordered(stream.subList(lost, stream.size()), session.lake()))
                    .as("without the first %s", lost)
                    .isEqualTo(published);
        }
    }

    @Test
    void aJobThatWasAwayForLongerThanTheStreamRemembersGoesOn() throws Exception {
        List<Event> events = published.get("SKU-2");
        List<Event> remembered = new ArrayList<>(events.subList(0, 50));
        remembered.addAll(events.subList(300, events.size()));

        assertThat(ordered(remembered, session.lake())).isEqualTo(Map.of("SKU-2", events));
    }

    @Test
    void aLakeThatIsNotThatFarYetLeavesTheRestToTheStream() throws Exception {
        DamagedLake lake = DamagedLake.copyOf(session.lake(), directory.resolve("lake"));
        lake.rewrite("command", "SELECT * FROM rows WHERE commandSeq < 40");

        List<Event> events = published.get("SKU-2");
        List<Event> late = new ArrayList<>(events.subList(250, 255));
        late.addAll(events);

        assertThat(ordered(late, lake.root())).isEqualTo(Map.of("SKU-2", events));
    }

    @Test
    void whatNeitherHoldsEndsTheJobAndNamesTheLake() throws Exception {
        DamagedLake lake = DamagedLake.copyOf(session.lake(), directory.resolve("lake"));
        lake.rewrite("command", "SELECT * FROM rows WHERE symbol <> 'SKU-2'");
        List<Event> later = published.get("SKU-2").subList(200, 400);

        for (Path root : List.of(lake.root(), directory.resolve("nowhere"))) {
            assertThatThrownBy(() -> ordered(later, root))
                    .isInstanceOf(SuppressRestartsException.class)
                    .rootCause()
                    .isInstanceOf(MissingEvent.class)
                    .hasMessageContaining("events of SKU-2, seq 1: it has not come, and 11 later ones wait")
                    .hasMessageEndingWith("Nor is it in the lake " + root);
        }
    }

    @Test
    void aHoleInTheLogHoldsBackWhatFollowsUntilItIsFilled() throws Exception {
        Path lake = withAHole().root();
        List<Event> events = published.get("SKU-2");
        try (OrderEventsHarness ordering =
                OrderEventsHarness.start(session.rules(), LIMITS, new LakeHistory(lake.toString(), session.rules()))) {
            ordering.process(events.subList(200, 205));
            assertThat(ordering.output())
                    .isNotEmpty()
                    .allMatch(event -> event.header().commandSeq() < 17)
                    .isEqualTo(events.subList(0, ordering.output().size()));

            Files.move(lake, directory.resolve("before"));
            DamagedLake.copyOf(session.lake(), lake);
            ordering.process(events.subList(205, events.size()));

            assertThat(ordering.output()).isEqualTo(events);
        }
    }

    @Test
    void aHoleInTheLogThatIsNotFilledEndsTheJobAtTheLimits() throws Exception {
        Path lake = withAHole().root();
        List<Event> events = published.get("SKU-2");
        long first = events.stream()
                .filter(event -> event.header().commandSeq() == 17)
                .findFirst()
                .orElseThrow()
                .seq();

        assertThatThrownBy(() -> ordered(events.subList(200, 400), lake))
                .isInstanceOf(SuppressRestartsException.class)
                .rootCause()
                .isInstanceOf(MissingEvent.class)
                .hasMessageContaining("events of SKU-2, seq " + first + ": it has not come, and 11 later ones wait")
                .hasMessageEndingWith("Nor is it in the lake " + lake);
    }

    private DamagedLake withAHole() throws Exception {
        DamagedLake lake = DamagedLake.copyOf(session.lake(), directory.resolve("lake"));
        lake.rewrite("command", "SELECT * FROM rows WHERE NOT (symbol = 'SKU-2' AND commandSeq = 17)");
        return lake;
    }

    @Test
    void aLogThatHoldsACommandTwiceEndsTheJobBeforeAnythingWrongIsHandedOn() throws Exception {
        DamagedLake lake = DamagedLake.copyOf(session.lake(), directory.resolve("lake"));
        lake.rewrite(
                "command",
                "SELECT * FROM rows UNION ALL SELECT * FROM rows WHERE symbol = 'SKU-2' AND commandSeq = 17");

        assertRefused(lake, "its log has commandSeq 17 where 18 is to come");
    }

    @Test
    void aLogEntryThatIsNoCommandEndsTheJob() throws Exception {
        DamagedLake lake = DamagedLake.copyOf(session.lake(), directory.resolve("lake"));
        lake.rewrite(
                "command",
                "SELECT * REPLACE (CASE WHEN symbol = 'SKU-2' AND commandSeq = 17 THEN 'no'::BLOB ELSE data END AS data)"
                        + " FROM rows");

        assertRefused(lake, "commandSeq 17 is no command, MALFORMED");
    }

    @Test
    void aChangedLogContradictsTheStream() throws Exception {
        DamagedLake lake = DamagedLake.copyOf(session.lake(), directory.resolve("lake"));
        lake.rewrite(
                "command",
                "SELECT * REPLACE (CASE WHEN symbol = 'SKU-2' AND commandSeq = 17 THEN arrivedAt + INTERVAL 1 MILLISECOND"
                        + " ELSE arrivedAt END AS arrivedAt) FROM rows");

        assertThatThrownBy(() -> ordered(published.get("SKU-2").subList(200, 400), lake.root()))
                .isInstanceOf(SuppressRestartsException.class)
                .rootCause()
                .isInstanceOf(ContradictedEvent.class)
                .hasMessageContaining("events of SKU-2, seq 201: its chain is");
    }

    @Test
    void goesWithAJobToItsWorkers() throws Exception {
        LakeHistory history = new LakeHistory("/lake", session.rules());
        assertThat(InstantiationUtil.clone(history)).isEqualTo(history);
        assertThat(InstantiationUtil.clone(EventHistory.NONE)).isSameAs(EventHistory.NONE);
    }

    @Test
    void aJobWithoutStateReadsAStreamThatHasLostItsFirstPart() throws Exception {
        try (KinesisEndpoint kinesis = KinesisEndpoint.start(0, directory.resolve("kinesis"))) {
            kinesis.createStream("events", 2);
            put(kinesis, stream.subList(stream.size() / 2, stream.size()));
            CollectingSink<Event> handedOn = new CollectingSink<>(directory + " handed on");
            JobClient job = start(kinesis, handedOn);
            try {
                long count = published.values().stream().mapToLong(List::size).sum();
                while (handedOn.collected().size() < count
                        && !job.getJobStatus().get().isGloballyTerminalState()) {
                    Thread.sleep(20);
                }
            } finally {
                job.cancel().get();
            }
            assertThat(ChainedEvents.bySymbol(handedOn.collected())).isEqualTo(published);
        }
    }

    private JobClient start(KinesisEndpoint kinesis, CollectingSink<Event> handedOn) throws Exception {
        Configuration configuration = new Configuration();
        configuration.setString(
                "execution.checkpointing.dir",
                directory.resolve("checkpoints").toUri().toString());
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        JobSetup.apply(JobSettings.of(PropertyGroup.of("flink", Map.of())), environment);
        environment.setParallelism(2);
        PropertyGroup source = PropertyGroup.of(
                "view.events",
                Map.of(
                        "stream.name",
                        "events",
                        "aws.endpoint",
                        kinesis.uri().toString(),
                        "flink.shard.getrecords.intervalmillis",
                        "20"));
        PropertyGroup order = PropertyGroup.of(
                "view.order", Map.of("history.lake", session.lake().toUri().toString(), "early.count.max", "10"));
        OrderedEvents events = OrderedEvents.read(environment, source, order, session.rules());
        events.events().sinkTo(handedOn).uid("handed-on");
        return environment.executeAsync();
    }

    private static void put(KinesisEndpoint kinesis, List<Event> events) throws Exception {
        try (KinesisProducer producer = KinesisProducer.open(AwsSettings.local(kinesis.uri()), "events")) {
            producer.put(events.stream()
                    .map(event -> new OutgoingRecord(event.symbol(), CODEC.encode(event)))
                    .toList());
        }
    }

    private static void assertRefused(DamagedLake lake, String problem) throws Exception {
        List<Event> later = published.get("SKU-2").subList(200, 400);
        try (OrderEventsHarness ordering = OrderEventsHarness.start(
                session.rules(), LIMITS, new LakeHistory(lake.root().toString(), session.rules()))) {
            assertThatThrownBy(() -> ordering.process(later))
                    .isInstanceOf(SuppressRestartsException.class)
                    .cause()
                    .isInstanceOf(UnusableHistory.class)
                    .hasMessageContaining("events of SKU-2, before seq 201, are not in the stream and cannot be had"
                            + " from the lake " + lake.root() + ": " + problem);
            assertThat(published.get("SKU-2")).startsWith(ordering.output().toArray(new Event[0]));
        }
    }

    private static Map<String, List<Event>> ordered(List<Event> events, Path lake) throws Exception {
        try (OrderEventsHarness ordering =
                OrderEventsHarness.start(session.rules(), LIMITS, new LakeHistory(lake.toString(), session.rules()))) {
            ordering.process(events);
            return ChainedEvents.bySymbol(ordering.output());
        }
    }
}
