package io.stockmate.pipelines.shadow;

import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.LogEntry;
import io.stockmate.lake.LakeReader;
import io.stockmate.lake.LogSelection;
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
    private final Map<String, String> rules;
    private final Candidate candidate;
    private final List<ShadowDifference> differences = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private ShadowedSymbol symbol = ShadowedSymbol.NONE;
    private long symbols;
    private long commands;
    private long events;

    private Shadow(MarketRules rules, Candidate candidate) {
        this.rules = rules(rules);
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
     * @throws CandidateFailed where the other version cannot apply a command
     */
    public static ShadowReport run(Path lake, MarketRules rules, LogSelection selection, Candidate candidate)
            throws IOException {
        return new Shadow(rules, candidate).run(lake, selection);
    }

    private ShadowReport run(Path lake, LogSelection selection) throws IOException {
        try (LakeReader reader = LakeReader.open(
                lake,
                row -> problems.add(row.symbol() + " commandSeq " + row.seq() + ": no log entry, " + row.problem()))) {
            reader.log(selection, this::apply);
        }
        return new ShadowReport(symbols, commands, events, List.copyOf(differences), List.copyOf(problems));
    }

    private void apply(LogEntry entry) {
        if (!symbol.name().equals(entry.symbol())) {
            symbol = ShadowedSymbol.open(entry.symbol(), rules, candidate);
            symbols++;
        }
        commands++;
        events += symbol.apply(entry.commandSeq(), record(entry), differences::add);
    }

    private static Map<String, Object> record(LogEntry entry) {
        Cause cause = entry.cause();
        return Map.of(
                ShadowMarket.SHARD_ID, cause.shardId(),
                ShadowMarket.SEQUENCE_NUMBER, cause.sequenceNumber(),
                ShadowMarket.SUB_SEQUENCE, cause.subSequence(),
                ShadowMarket.ARRIVED_AT, cause.arrivedAt(),
                ShadowMarket.PARTITION_KEY, entry.partitionKey(),
                ShadowMarket.DATA, entry.data());
    }
}
