package io.stockmate.pipelines.shadow;

import io.stockmate.core.market.MarketRules;
import io.stockmate.lake.LogSelection;
import io.stockmate.pipelines.replay.SymbolBySymbol;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Applies a lake's log to markets of this version and of another, symbol by symbol, and compares each event as it
 * would be published, chain included. A symbol that differs is not compared further: its chain would differ for good.
 */
public final class Shadow {
    private final MarketRules rules;
    private final Candidate candidate;
    private final List<ShadowDifference> differences = new ArrayList<>();
    private final List<CandidateFailed> failures = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private long symbols;
    private long commands;
    private long events;

    private Shadow(MarketRules rules, Candidate candidate) {
        this.rules = rules;
        this.candidate = candidate;
    }

    /** As {@link ShadowMarket#open} takes them. */
    static Map<String, String> rules(MarketRules rules) {
        return Map.of(
                ShadowMarket.OPERATORS, String.join(",", rules.operators()),
                ShadowMarket.CORRECTABLE_MS, String.valueOf(rules.correctableMs()));
    }

    /**
     * @param lake the root of the lake that is read
     * @param rules those under which the lake was made
     */
    public static ShadowReport run(Path lake, MarketRules rules, LogSelection selection, Candidate candidate)
            throws IOException {
        Shadow shadow = new Shadow(rules, candidate);
        SymbolBySymbol.read(lake, selection, shadow.problems, shadow::open);
        return shadow.report();
    }

    private ShadowedSymbol open(String symbol) {
        symbols++;
        return new ShadowedSymbol(symbol, rules, candidate, this);
    }

    /** Both versions have taken a command, to which this one gives so many events. */
    void applied(int eventsOfIt) {
        commands++;
        events += eventsOfIt;
    }

    void differs(ShadowDifference difference) {
        differences.add(difference);
    }

    void fails(CandidateFailed failure) {
        failures.add(failure);
    }

    private ShadowReport report() {
        return new ShadowReport(
                symbols,
                commands,
                events,
                List.copyOf(differences),
                failures.stream()
                        .map(failure -> String.valueOf(failure.getMessage()))
                        .toList(),
                List.copyOf(problems));
    }
}
