package io.stockmate.local.exactness;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.kinesis.KinesisClients;
import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.connectors.kinesis.PutReceipt;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.Tick;
import io.stockmate.emulators.KinesisEndpoint;
import io.stockmate.emulators.KinesisSettings;
import io.stockmate.local.platform.Streams;
import io.stockmate.producers.Clock;
import io.stockmate.producers.DemoMarket;
import io.stockmate.producers.Producer;
import io.stockmate.producers.Producers;
import io.stockmate.producers.Submission;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/**
 * Records some days of the demo market, of {@link RareCommands} and of the clock without a job: the producers are
 * answered by markets in plain Java, and time is theirs, so that a seed gives the same records with the same arrival
 * times wherever it is recorded. A third of the way a shard is split, and after two thirds two others are merged.
 * Commands of one symbol that are said one after another go together, as the Kinesis Producer Library would put them.
 */
final class LogRecorder implements AutoCloseable {
    private static final long OPENS_AT = 1_767_261_600_000L;
    private static final int COMMANDS_PER_SECOND = 400;
    private static final long STEP_MS = 50;
    private static final long TICK_MS = 1_000;
    private static final int SHARDS = 4;
    private static final int DAYS = 6;
    private static final long DAY_MS = 86_400_000;
    private static final int AGGREGATED_MAX = 3;
    private static final BigInteger INSIDE_THE_FIRST_SHARD = BigInteger.ONE.shiftLeft(125);

    private final Path streams;
    private final AtomicLong time = new AtomicLong(OPENS_AT);
    private final KinesisEndpoint endpoint;
    private final KinesisClient client;
    private final KinesisProducer outlet;
    private final PlainMarkets markets;
    private final EventFile made;
    private final CommandCodec codec = new CommandCodec();
    private final Map<String, Long> recordsByShard = new TreeMap<>();
    private long records;

    private LogRecorder(Path streams, Path events, MarketRules rules) throws IOException {
        this.streams = streams;
        this.made = new EventFile(events);
        this.markets = new PlainMarkets(rules);
        endpoint = KinesisEndpoint.start(0, streams, KinesisSettings.defaults().withClock(time::get));
        AwsSettings aws = AwsSettings.local(endpoint.uri());
        client = KinesisClients.open(aws);
        outlet = KinesisProducer.open(aws, Streams.COMMANDS);
    }

    /**
     * @param streams a directory that is not there
     * @param events a file that is not there; gets the events that plain Java makes of the records
     * @param least how many records at least; the market's last words, one tick per symbol, come on top
     */
    static RecordedLog record(Path streams, Path events, MarketRules rules, long seed, long least)
            throws IOException, InterruptedException {
        try (LogRecorder recorder = new LogRecorder(streams, events, rules)) {
            return recorder.record(seed, least);
        }
    }

    private RecordedLog record(long seed, long least) throws IOException, InterruptedException {
        endpoint.createStream(Streams.COMMANDS, SHARDS);
        Producer producers = new Producers(
                new Clock(TICK_MS),
                new DemoMarket(seed, COMMANDS_PER_SECOND, "E" + seed),
                new RareCommands(seed),
                new Crashes(seed));
        long day = least / DAYS + 1;
        play(producers, least / 3, day);
        client.splitShard(request -> request.streamName(Streams.COMMANDS)
                .shardToSplit(shard(0))
                .newStartingHashKey(INSIDE_THE_FIRST_SHARD.toString()));
        play(producers, least * 2 / 3, day);
        client.mergeShards(request ->
                request.streamName(Streams.COMMANDS).shardToMerge(shard(2)).adjacentShardToMerge(shard(3)));
        play(producers, least, day);
        time.addAndGet(TICK_MS);
        put(markets.chains().keySet().stream().map(LogRecorder::tick).toList());
        return new RecordedLog(streams, records, longestPath(), markets.commands(), markets.chains());
    }

    /** @param day how many records a day has; then the market sleeps until the same time of the next */
    private void play(Producer producers, long until, long day) throws IOException, InterruptedException {
        List<Event> events = new ArrayList<>();
        while (records < until) {
            boolean isOver = records / day > (time.get() - OPENS_AT) / DAY_MS;
            time.addAndGet(isOver ? DAY_MS : STEP_MS);
            List<Submission> said = producers.step(time.get(), List.copyOf(events));
            events.clear();
            events.addAll(put(said));
        }
    }

    private static Submission tick(String symbol) {
        return Submission.of(symbol, Clock.ACCOUNT, new Tick());
    }

    private List<Event> put(List<Submission> submissions) throws IOException, InterruptedException {
        List<Parcel> parcels = Parcel.of(submissions, codec, AGGREGATED_MAX);
        List<PutReceipt> receipts =
                outlet.put(parcels.stream().map(Parcel::outgoing).toList());
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < parcels.size(); i++) {
            PutReceipt receipt = receipts.get(i);
            recordsByShard.merge(receipt.shardId(), 1L, Long::sum);
            for (ArrivedRecord record : parcels.get(i).arrived(receipt, time.get())) {
                records++;
                markets.apply(record, events::add);
            }
        }
        for (Event event : events) {
            made.put(event);
        }
        return events;
    }

    /** Shards 4 and 5 came out of 0, and 6 out of 2 and 3. */
    private long longestPath() {
        long split = count(0) + Math.max(count(4), count(5));
        long merged = Math.max(count(2), count(3)) + count(6);
        return Math.max(count(1), Math.max(split, merged));
    }

    private long count(int shard) {
        return recordsByShard.getOrDefault(shard(shard), 0L);
    }

    private static String shard(int number) {
        return String.format("shardId-%012d", number);
    }

    @Override
    public void close() throws IOException {
        made.close();
        outlet.close();
        client.close();
        endpoint.close();
    }
}
