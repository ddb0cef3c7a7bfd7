package io.stockmate.local.chaos;

import io.stockmate.connectors.wire.AcceptedCommands;
import io.stockmate.core.anomaly.AnomalySettings;
import io.stockmate.core.anomaly.SymbolWatch;
import io.stockmate.core.demand.daily.DemandResults;
import io.stockmate.core.demand.daily.DemandSettings;
import io.stockmate.core.demand.daily.SymbolDemand;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.DemandForecast;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.state.HeapPieces;
import io.stockmate.lake.LakeDifference;
import io.stockmate.lake.LakeRow;
import io.stockmate.lake.LakeTable;
import io.stockmate.lake.LakeWriter;
import io.stockmate.lake.LogSelection;
import io.stockmate.local.platform.Platform;
import io.stockmate.pipelines.reconcile.Invariant;
import io.stockmate.pipelines.reconcile.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a market's events once more, in plain Java and in one go, and compares with what the anomaly and demand jobs
 * made of them: every row of their tables.
 */
final class ConsumersAnew implements DemandResults, AutoCloseable {
    private static final int SHOWN_OF_A_TABLE = 5;
    private static final List<LakeTable> OF_DEMAND =
            List.of(LakeTable.DEMAND, LakeTable.FORECAST, LakeTable.FORECAST_SCORE, LakeTable.SUGGESTION);

    private final Path rebuilt;
    private final LakeWriter rows;
    private final AnomalySettings anomalySettings = Platform.anomalySettings();
    private final DemandSettings demandSettings = Platform.demandSettings();
    private final AcceptedCommands accepted = new AcceptedCommands();
    private final Map<String, SymbolWatch> watches = new HashMap<>();
    private final Map<String, HeapPieces> demand = new HashMap<>();
    private long notices;
    private long forecasts;

    /** @param rebuilt a directory that is not there */
    ConsumersAnew(Path rebuilt) throws IOException {
        this.rebuilt = rebuilt;
        this.rows = LakeWriter.create(rebuilt);
    }

    /** Takes the next event of a symbol, of those with a seq. */
    void apply(Event event) {
        @Nullable Command configuration = accepted.configuration(event);
        watches.computeIfAbsent(
                        event.symbol(),
                        symbol -> SymbolWatch.load(
                                anomalySettings,
                                symbol,
                                Map.<String, byte[]>of().entrySet()))
                .apply(event, configuration, this::alert);
        if (SymbolDemand.concerns(event)) {
            HeapPieces pieces = demand.computeIfAbsent(event.symbol(), symbol -> new HeapPieces());
            SymbolDemand.apply(event, configuration, demandSettings, pieces, this);
        }
    }

    private void alert(Alert alert) {
        notices++;
        put(new LakeRow.OfAlert(alert));
    }

    @Override
    public void day(DemandDay day) {
        put(new LakeRow.OfDemand(day));
    }

    @Override
    public void forecast(DemandForecast forecast) {
        forecasts++;
        put(new LakeRow.OfForecast(forecast));
    }

    @Override
    public void score(ForecastScore score) {
        put(new LakeRow.OfScore(score));
    }

    @Override
    public void suggestion(ReplenishmentSuggestion suggestion) {
        notices++;
        put(new LakeRow.OfSuggestion(suggestion));
    }

    @Override
    public void tooLate(long qty) {
        // Counted by a metric alone.
    }

    @Override
    public void notPlanned(String symbol, String account) {
        // Told by a metric alone.
    }

    private void put(LakeRow row) {
        try {
            rows.put(row);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** How many alerts and suggestions the events give. */
    long notices() {
        return notices;
    }

    /** How many forecasts the events give. */
    long forecasts() {
        return forecasts;
    }

    /** What differs from a lake. No event may follow. */
    List<Violation> differences(Path lake) throws IOException {
        rows.close();
        List<Violation> found = new ArrayList<>(differences(lake, LakeTable.ALERT, Invariant.ALERTS_FOLLOW_THE_EVENTS));
        for (LakeTable table : OF_DEMAND) {
            found.addAll(differences(lake, table, Invariant.FORECASTS_FOLLOW_THE_EVENTS));
        }
        return found;
    }

    private List<Violation> differences(Path lake, LakeTable table, Invariant invariant) {
        return LakeDifference.between(lake, rebuilt, table, LogSelection.ALL).stream()
                .limit(SHOWN_OF_A_TABLE)
                .map(row -> new Violation(
                        invariant,
                        row.symbol(),
                        "seq " + row.seq(),
                        row.rows() + " rows of " + table.tableName() + (row.inLeft() ? " too many" : " missing")))
                .toList();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
