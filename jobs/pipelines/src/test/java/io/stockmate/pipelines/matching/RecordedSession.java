package io.stockmate.pipelines.matching;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.kinesis.ArrivedRecordType;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.Side;
import io.stockmate.lake.LakeSink;
import io.stockmate.pipelines.runtime.CollectingSink;
import io.stockmate.pipelines.runtime.JobSettings;
import io.stockmate.pipelines.runtime.JobSetup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A session that went through matching into a lake: its stream of commands, its stream of events with repeats and out
 * of order, and the lake.
 */
public record RecordedSession(List<ArrivedRecord> commands, List<ArrivedRecord> events, Path lake, MarketRules rules) {
    static final long PACE_MS = 37;

    private static final int SYMBOLS = 4;
    private static final int COMMANDS = 1_200;

    /** Runs the job in this process until its input ends. */
    public static RecordedSession run(long seed, Path directory) throws Exception {
        return run(seed, PACE_MS, directory);
    }

    /** The same with so many milliseconds from each command to the next. */
    public static RecordedSession run(long seed, long paceMs, Path directory) throws Exception {
        List<ArrivedRecord> commands = commands(seed, paceMs);
        CollectingSink<Event> events = new CollectingSink<>(directory + " events");
        CollectingSink<Event> statuses = new CollectingSink<>(directory + " statuses");
        Configuration configuration = new Configuration();
        configuration.setString(
                "execution.checkpointing.dir",
                directory.resolve("checkpoints").toUri().toString());
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        JobSetup.apply(JobSettings.of(PropertyGroup.of("flink", Map.of())), environment);
        environment.setParallelism(2);
        Path lake = directory.resolve("lake");
        MatchingTopology.build(
                environment
                        .fromData(commands, new ArrivedRecordType())
                        .setParallelism(1)
                        .uid("records"),
                Commands.RULES,
                new MatchingSinks(events, statuses, LakeSink.create(new org.apache.flink.core.fs.Path(lake.toUri()))));
        environment.execute();
        return new RecordedSession(commands, published(events.collected()), lake, Commands.RULES);
    }

    /** Known and unknown symbols, equal repeats, and records that mean nothing. */
    private static List<ArrivedRecord> commands(long seed, long paceMs) {
        Commands later = new Commands();
        List<ArrivedRecord> records = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            records.add(later.order("NOWHERE", "shop-1", "u-" + i, Side.BUY, 10_000, 1)
                    .record());
        }
        List<Inbound> session = Commands.session(seed, SYMBOLS, COMMANDS);
        session.forEach(inbound -> records.add(inbound.record()));
        for (int i = 20; i < 40; i++) {
            Inbound again = session.get(i);
            records.add(later.record(again.symbol(), again.record().data()));
        }
        for (String nonsense : List.of("not JSON", "{}", "{\"type\":\"NewOrder\",\"symbol\":\"SKU-1\"}")) {
            records.add(later.record("SKU-1", nonsense.getBytes(StandardCharsets.UTF_8)));
        }
        List<ArrivedRecord> numbered = new ArrayList<>();
        for (ArrivedRecord record : records) {
            Cause cause = new Cause(
                    "shardId-000000000000",
                    Long.toString(1_000_000 + numbered.size()),
                    0,
                    Commands.START + numbered.size() * paceMs);
            numbered.add(new ArrivedRecord(cause, record.partitionKey(), record.data()));
        }
        return List.copyOf(numbered);
    }

    /** Every tenth event comes again, and neighbours change places. */
    private static List<ArrivedRecord> published(List<Event> events) {
        EventCodec codec = new EventCodec();
        List<ArrivedRecord> records = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i % 3 == 0 && i + 1 < events.size() ? i + 1 : i % 3 == 1 ? i - 1 : i);
            for (int times = i % 10 == 0 ? 2 : 1; times > 0; times--) {
                Cause cause = new Cause("shardId-000000000000", Long.toString(records.size() + 1L), 0, 0);
                records.add(new ArrivedRecord(cause, event.symbol(), codec.encode(event)));
            }
        }
        return records;
    }
}
