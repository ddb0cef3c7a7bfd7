package io.stockmate.core.anomaly;

import io.stockmate.core.fuzz.FuzzTarget;
import io.stockmate.core.fuzz.FuzzTargets;
import io.stockmate.core.fuzz.ReplacedPiece;
import io.stockmate.core.state.UnreadableState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeMap;

/** What watching a symbol remembers, as some scenarios leave it. */
public final class WatchTargets implements FuzzTargets {
    private static final List<String> SCENARIOS = List.of("wash_trade", "late_receipt", "marking_the_close");

    private final ReplacedPiece pieces;

    public WatchTargets() {
        TreeMap<String, byte[]> all = new TreeMap<>();
        for (String scenario : SCENARIOS) {
            all.putAll(played(scenario));
        }
        pieces = new ReplacedPiece(all);
    }

    private static TreeMap<String, byte[]> played(String scenario) {
        try {
            return AnomalyScenario.play(scenario).pieces();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Override
    public List<FuzzTarget> all() {
        return List.of(new FuzzTarget(
                "watch",
                3,
                pieces.seeds(),
                input -> SymbolWatch.load(
                        AnomalySettings.DEFAULT,
                        WatchedMarket.SYMBOL,
                        pieces.with(input).entrySet()),
                UnreadableState.class));
    }
}
