package io.stockmate.local.verify;

import io.stockmate.connectors.wire.AcceptedCommands;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.core.anomaly.AnomalySettings;
import io.stockmate.core.anomaly.SymbolWatch;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Event;
import io.stockmate.lake.LakeRow;
import io.stockmate.lake.LakeWriter;
import io.stockmate.pipelines.replay.ReplayedMarket;
import io.stockmate.producers.Clock;
import io.stockmate.producers.Pace;
import io.stockmate.producers.Producers;
import io.stockmate.producers.Submission;
import io.stockmate.producers.planted.Plant;
import io.stockmate.producers.planted.PlantedMarket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Weeks of planted anomalies without a platform: the same seed leaves the same lake, whatever machine it runs on. */
final class PlantedWeeks {
    private static final long START = 1_767_225_600_000L;
    private static final long STEP_MS = 5 * 60_000;
    private static final long ON_THE_WAY_MS = 40_000;
    private static final long TICK_MS = 15 * 60_000;
    private static final long WEEK_MS = 7 * 86_400_000L;
    private static final int SPEED = 10_000;

    private final MarketRules rules;
    private final AnomalySettings settings;
    private final CommandCodec codec = new CommandCodec();
    private final AcceptedCommands accepted = new AcceptedCommands();
    private final Map<String, ReplayedMarket> markets = new LinkedHashMap<>();
    private final Map<String, SymbolWatch> watches = new LinkedHashMap<>();
    private final List<LakeRow> rows = new ArrayList<>();
    private final List<Plant> plants = new ArrayList<>();
    private long records;

    private PlantedWeeks(MarketRules rules, AnomalySettings settings) {
        this.rules = rules;
        this.settings = settings;
    }

    /** Leaves the lake at {@code lake}, and tells what was planted. */
    static List<Plant> play(Path lake, long seed, int weeks, MarketRules rules, AnomalySettings settings)
            throws IOException {
        PlantedWeeks game = new PlantedWeeks(rules, settings);
        game.play(seed, weeks);
        try (LakeWriter writer = LakeWriter.create(lake)) {
            for (LakeRow row : game.rows) {
                writer.put(row);
            }
        }
        return game.plants;
    }

    private void play(long seed, int weeks) {
        Producers producers =
                new Producers(new PlantedMarket(seed, new Pace(SPEED, START), "r", plants::add), new Clock(TICK_MS));
        for (long time = START; time < START + weeks * WEEK_MS; time += STEP_MS) {
            List<Event> fresh = new ArrayList<>();
            for (Submission said : producers.step(time)) {
                Cause cause = new Cause("shardId-000000000000", Long.toString(++records), 0, time + ON_THE_WAY_MS);
                apply(new ArrivedRecord(cause, said.partitionKey(), said.data(codec)), fresh);
            }
            fresh.forEach(producers::observe);
        }
    }

    private void apply(ArrivedRecord record, List<Event> fresh) {
        String symbol = record.partitionKey();
        ReplayedMarket market = markets.computeIfAbsent(symbol, name -> new ReplayedMarket(rules, name));
        List<Event> events = new ArrayList<>();
        Optional<LakeRow.OfCommand> row = market.apply(record, events::add);
        rows.add(row.orElseThrow());
        for (Event event : events) {
            rows.add(new LakeRow.OfEvent(event));
            SymbolWatch watch = watches.computeIfAbsent(symbol, name -> SymbolWatch.load(settings, name, List.of()));
            watch.apply(event, accepted.configuration(event), this::keep);
        }
        fresh.addAll(events);
    }

    private void keep(Alert alert) {
        rows.add(new LakeRow.OfAlert(alert));
    }
}
