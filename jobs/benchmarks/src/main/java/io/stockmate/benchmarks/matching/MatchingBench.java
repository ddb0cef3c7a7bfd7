package io.stockmate.benchmarks.matching;

import io.stockmate.benchmarks.LoopbackCluster;
import io.stockmate.benchmarks.book.HashedReports;
import io.stockmate.benchmarks.book.OrderFlow;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.core.message.Event;
import io.stockmate.pipelines.matching.Inbound;
import io.stockmate.pipelines.matching.InboundSerializer;
import io.stockmate.pipelines.matching.MatchingTopology;
import io.stockmate.pipelines.runtime.EventSerializer;
import io.stockmate.pipelines.runtime.JobSettings;
import io.stockmate.pipelines.runtime.JobSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Sends a recorded flow of orders through the matching job's own operator, under the settings of the job, with state in
 * RocksDB and exactly-once checkpoints: a source that makes the commands, the shuffle by symbol, {@code Match orders},
 * and a sink behind it that reads the events. Decoding and the outside world are left out.
 */
public final class MatchingBench {
    private static final MemorySize MANAGED = MemorySize.ofMebiBytes(256);

    /** The source cannot go on where a checkpoint was. */
    private static final Configuration ONCE =
            new Configuration().set(RestartStrategyOptions.RESTART_STRATEGY, "disable");

    private final RecordedCommands commands;
    private final Duration checkpointInterval;
    private final Path checkpoints;

    /** Where the levels of the book are, besides those on the operator's heap. */
    public enum Levels {
        /** Nowhere else: the job as it is. */
        HEAP,
        /** In RocksDB, updated with every event. */
        MAP_STATE
    }

    /**
     * @param checkpoints an empty directory
     * @throws IllegalArgumentException if the flow's sequences do not ascend
     */
    public MatchingBench(OrderFlow flow, Duration checkpointInterval, Path checkpoints) {
        this.commands = new RecordedCommands(flow);
        this.checkpointInterval = checkpointInterval;
        this.checkpoints = checkpoints;
    }

    /** The hash of what the events report; levels in MapState are compared with every top of book. */
    public String sha256(Levels levels) throws Exception {
        HashedReports reports = new HashedReports();
        EventReports reader = new EventReports(commands, reports);
        run(levels, reader::event, true);
        return reports.sha256();
    }

    /** Sends the flow once, from empty. */
    public MatchingSpeed measure(Levels levels) throws Exception {
        CountedEvents events = new CountedEvents();
        MatchingSpeed speed = run(levels, events, false);
        if (events.count() < speed.commands()) {
            throw new IllegalStateException(events.count() + " events of " + speed.commands()
                    + " commands, of which each has at least one; their checksum is " + events.checksum());
        }
        return speed;
    }

    private MatchingSpeed run(Levels levels, Consumer<Event> reader, boolean checked) throws Exception {
        MatchingRun run = new MatchingRun(commands, reader);
        if (!MatchingRun.PRESENT.compareAndSet(null, run)) {
            throw new IllegalStateException("another run is under way in this process");
        }
        try {
            StreamExecutionEnvironment environment =
                    StreamExecutionEnvironment.getExecutionEnvironment(configuration());
            JobSetup.apply(JobSettings.of(PropertyGroup.of("bench-matching", settings())), environment);
            environment.configure(ONCE);
            environment.setParallelism(1);
            DataStream<Inbound> sent = environment
                    .addSource(new SendCommands(), "Send commands", InboundSerializer.INBOUND)
                    .uid("send-commands");
            DataStream<Event> events = MatchingTopology.match(sent, RecordedCommands.RULES);
            if (levels == Levels.MAP_STATE) {
                events = DataStreamUtils.reinterpretAsKeyedStream(events, Event::symbol, Types.STRING)
                        .process(new KeepLevels(checked), EventSerializer.EVENT)
                        .uid("keep-levels")
                        .name("Keep levels");
            }
            events.addSink(new ReadReports()).uid("read-reports").name("Read reports");
            environment.execute("bench matching");
            return new MatchingSpeed(commands.last(), run.cpuNs, run.checkpoints.get());
        } finally {
            MatchingRun.PRESENT.set(null);
        }
    }

    private Map<String, String> settings() {
        return Map.of(JobSettings.CHECKPOINT_INTERVAL, checkpointInterval.toMillis() + " ms");
    }

    private Configuration configuration() {
        Configuration configuration = LoopbackCluster.configuration();
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED);
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
        return configuration;
    }
}
