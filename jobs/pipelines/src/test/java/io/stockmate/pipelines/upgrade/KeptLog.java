package io.stockmate.pipelines.upgrade;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Event;
import io.stockmate.pipelines.replay.ReplayedMarket;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands that the kept savepoints have behind them, and those to go on with. They are never changed: each arrived
 * at its {@code transactTime}.
 *
 * @param before how many of the commands the savepoints hold
 */
record KeptLog(List<ArrivedRecord> commands, int before) {
    static final MarketRules RULES = MarketRules.of(List.of("OPS"), MarketRules.CORRECTABLE_MS_DEFAULT);

    private static final Pattern SYMBOL_AND_TIME = Pattern.compile("\"symbol\":\"([^\"]+)\".*\"transactTime\":(\\d+)");

    static KeptLog read() throws IOException {
        List<ArrivedRecord> commands = new ArrayList<>(lines("before"));
        int before = commands.size();
        commands.addAll(lines("after"));
        return new KeptLog(List.copyOf(commands), before);
    }

    private static List<ArrivedRecord> lines(String name) throws IOException {
        String path = "/savepoints/" + name + ".jsonl";
        try (InputStream in = KeptLog.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(KeptLog::record)
                    .toList();
        }
    }

    private static ArrivedRecord record(String line) {
        Matcher found = SYMBOL_AND_TIME.matcher(line);
        if (!found.find()) {
            throw new IllegalArgumentException("no command with a symbol and a time: " + line);
        }
        Cause cause = new Cause("shardId-000000000000", "1", 0, Long.parseLong(found.group(2)));
        return new ArrivedRecord(cause, found.group(1), line.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The events of the first commands, as the stream {@code events} delivers them: the last that a savepoint has
     * behind it of a symbol comes only where the next one of that symbol is due, which comes in its place. So the
     * savepoint holds an event that came too early.
     */
    List<ArrivedRecord> delivered(int commandCount) {
        List<ArrivedRecord> records = records(commands.size());
        int late = records(before).size();
        int early = late - 1;
        while (!records.get(early).partitionKey().equals(records.get(late).partitionKey())) {
            early--;
        }
        ArrivedRecord first = records.get(early);
        records.set(early, withContentOf(records.get(late), first));
        records.set(late, withContentOf(first, records.get(late)));
        return records.subList(0, records(commandCount).size());
    }

    private static ArrivedRecord withContentOf(ArrivedRecord content, ArrivedRecord place) {
        return new ArrivedRecord(place.cause(), content.partitionKey(), content.data());
    }

    private List<ArrivedRecord> records(int commandCount) {
        List<ArrivedRecord> records = new ArrayList<>();
        EventCodec codec = new EventCodec();
        Map<String, ReplayedMarket> markets = new TreeMap<>();
        for (ArrivedRecord command : commands.subList(0, commandCount)) {
            List<Event> events = new ArrayList<>();
            markets.computeIfAbsent(command.partitionKey(), symbol -> new ReplayedMarket(RULES, symbol))
                    .apply(command, events::add);
            events.forEach(event ->
                    records.add(new ArrivedRecord(command.cause(), command.partitionKey(), codec.encode(event))));
        }
        return records;
    }

    /** The chains of the events that the commands after the savepoints make, by symbol. */
    Map<String, List<Long>> chainsAfter() {
        List<ArrivedRecord> all = records(commands.size());
        return chains(all.subList(records(before).size(), all.size()));
    }

    static Map<String, List<Long>> chains(List<ArrivedRecord> records) {
        Map<String, List<Long>> chains = new TreeMap<>();
        bySymbol(records)
                .forEach((symbol, events) ->
                        chains.put(symbol, events.stream().map(Event::chain).toList()));
        return chains;
    }

    /** Of each symbol the last event that the savepoints have behind them; of a job that reads events, handed on. */
    Map<String, Event> lastBefore(boolean readsEvents) {
        Map<String, Event> last = new TreeMap<>();
        bySymbol(readsEvents ? delivered(before) : records(before)).forEach((symbol, events) -> {
            for (Event event : events) {
                if (event.seq() == (last.containsKey(symbol) ? last.get(symbol).seq() : 0) + 1) {
                    last.put(symbol, event);
                }
            }
        });
        return last;
    }

    private static Map<String, List<Event>> bySymbol(List<ArrivedRecord> records) {
        Map<String, List<Event>> events = new TreeMap<>();
        EventCodec codec = new EventCodec();
        records.forEach(record -> events.computeIfAbsent(record.partitionKey(), symbol -> new ArrayList<>())
                .add(codec.decode(record.data())));
        return events;
    }
}
