package io.stockmate.local.explain;

import io.stockmate.core.anomaly.AnomalySettings;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertState;
import io.stockmate.lake.LakeQueries;
import io.stockmate.lake.LakeReader;
import io.stockmate.lake.LogSelection;
import io.stockmate.lake.UnreadableRow;
import io.stockmate.local.CommandFailed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Replays the symbol of one alert from the log of a lake, and keeps what is said around the alert. */
public final class AlertReplay {
    private static final Duration BEYOND_MIN = Duration.ofDays(1);

    private final Alert alert;
    private final Series series;
    private @Nullable Alert replayed;

    private AlertReplay(Alert alert, AnomalySettings settings) {
        this.alert = alert;
        this.series = new Series(alert, settings.bucketMs());
    }

    /**
     * @param lake the root of the lake
     * @param alertId of an alert in its table {@code alert}
     * @throws CommandFailed where there is none
     */
    public static Explanation explain(Path lake, String alertId, MarketRules rules, AnomalySettings settings) {
        try (LakeReader reader = LakeReader.open(lake, AlertReplay::refuse)) {
            Alert alert = find(reader, alertId);
            AlertReplay replay = new AlertReplay(alert, settings);
            SymbolReplay symbol =
                    new SymbolReplay(alert.symbol(), rules, settings, replay.series::observe, replay::hear);
            long beyond = Math.max(BEYOND_MIN.toMillis(), 3_000 * alert.kind().windowSec());
            reader.log(new LogSelection(alert.symbol(), alert.ts() + beyond), symbol::apply);
            return replay.conclude(lake);
        }
    }

    private static void refuse(UnreadableRow row) {
        throw new CommandFailed("the lake has a row of " + row.table() + " that cannot be read (" + row.problem()
                + "): run 'stockmate reconcile' to see what is damaged");
    }

    private static Alert find(LakeReader reader, String alertId) {
        Alert[] found = new Alert[1];
        reader.alerts(alert -> {
            if (alert.alertId().equals(alertId) && alert.state() == AlertState.RAISED) {
                found[0] = alert;
            }
        });
        return Optional.ofNullable(found[0])
                .orElseThrow(() -> new CommandFailed("no alert " + alertId + " in the lake: 'stockmate query \"select"
                        + " alertId from alert\"' lists them; while a platform runs, the newest come with its next"
                        + " checkpoint"));
    }

    private void hear(Alert raised) {
        if (raised.alertId().equals(alert.alertId()) && raised.state() == AlertState.RAISED) {
            replayed = raised;
        }
    }

    private Explanation conclude(Path lake) {
        try (LakeQueries queries = LakeQueries.open(lake)) {
            return new Explanation(
                    alert, Optional.ofNullable(replayed), Repro.ask(queries, alert), series.kind(), series.points());
        }
    }
}
