package io.stockmate.benchmarks.ledger;

import static io.stockmate.pipelines.runtime.EventSerializer.EVENT;

import io.stockmate.benchmarks.LoopbackCluster;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.jdbc.PostingSink;
import io.stockmate.core.ledger.LedgerSettings;
import io.stockmate.core.message.AccountingRecord;
import io.stockmate.core.message.Event;
import io.stockmate.lake.LakeRow;
import io.stockmate.lake.LakeSink;
import io.stockmate.pipelines.accounting.AccountingSinks;
import io.stockmate.pipelines.accounting.AccountingTopology;
import io.stockmate.pipelines.events.OrderedEvents;
import io.stockmate.pipelines.runtime.JobSettings;
import io.stockmate.pipelines.runtime.JobSetup;
import io.stockmate.pipelines.runtime.LakeRowSerializer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * The accounting job's operators and sinks on symbols whose markets run in the source, under the settings of the
 * platform's jobs, with state in RocksDB: to Postgres and the lake. Ends when all is booked; until then it restarts
 * from its checkpoint as often as it must.
 *
 * @param symbols a multiple of the parallelism, so that no symbol has two sources
 * @param trades of each symbol, at least
 * @param reversed whether all of them are undone in the end
 * @param directory for checkpoints and the lake
 */
public record LedgerRun(
        long symbols, int trades, boolean reversed, int parallelism, Path directory, PropertyGroup database) {
    private static final MemorySize MANAGED = MemorySize.ofMebiBytes(128);
    private static final LedgerSettings RULES = LedgerSettings.of(TradedSymbol.RULES.correctableMs());

    public LedgerRun {
        if (symbols % parallelism != 0) {
            throw new IllegalArgumentException(
                    symbols + " symbols cannot be divided by " + parallelism + " sources: give a multiple of it");
        }
    }

    /** Where the tables are. */
    public Path lake() {
        return directory.resolve("lake");
    }

    /** Runs it to its end. */
    public void execute() throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration());
        JobSetup.apply(JobSettings.of(PropertyGroup.of("ledger-run", settings())), environment);
        environment.setParallelism(parallelism);
        SingleOutputStreamOperator<Event> events = environment
                .fromSequence(0, symbols * PlayedInPieces.PIECES - 1)
                .uid("number")
                .flatMap(new PlayedInPieces(trades, reversed))
                .returns(EVENT)
                .uid("play")
                .keyBy(Event::symbol, Types.STRING)
                .filter((FilterFunction<Event>) event -> true)
                .uid("keyed");
        DataStream<LakeRow> unreadable = environment
                .fromSequence(1, 1)
                .uid("none")
                .flatMap((FlatMapFunction<Long, LakeRow>) (none, out) -> {})
                .returns(LakeRowSerializer.LAKE_ROW)
                .uid("unreadable");
        AccountingTopology.build(
                new OrderedEvents(events, unreadable),
                RULES,
                new AccountingSinks(
                        LakeSink.create(new org.apache.flink.core.fs.Path(lake().toUri())),
                        new DiscardingSink<AccountingRecord>(),
                        PostingSink.of(database),
                        null,
                        List.of()));
        environment.execute("accounting of " + symbols + " symbols");
    }

    private static Map<String, String> settings() {
        return Map.of(
                JobSettings.CHECKPOINT_INTERVAL, "5 s",
                JobSettings.RESTART_DELAY, "200 ms",
                JobSettings.RESTART_DELAY_MAX, "2 s");
    }

    private Configuration configuration() {
        Configuration configuration = LoopbackCluster.configuration();
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED);
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                directory.resolve("checkpoints").toUri().toString());
        return configuration;
    }
}
