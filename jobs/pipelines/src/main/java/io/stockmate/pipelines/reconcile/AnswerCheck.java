package io.stockmate.pipelines.reconcile;

import io.stockmate.core.message.Event;
import io.stockmate.core.view.Outcome;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Invariant 1: every command is answered, with one outcome, and every answer is one to a command. */
final class AnswerCheck {
    private final SymbolEvidence evidence;
    private final Commands commands;
    private final Map<String, Long> commandSeqs;
    private final EventMerge events;
    private final Findings findings;
    private final TreeMap<Long, Set<Outcome>> outcomes = new TreeMap<>();

    /** @param commandSeqs by place; 0 for what was answered outside a chain */
    AnswerCheck(
            SymbolEvidence evidence,
            Commands commands,
            Map<String, Long> commandSeqs,
            EventMerge events,
            Findings findings) {
        this.evidence = evidence;
        this.commands = commands;
        this.commandSeqs = commandSeqs;
        this.events = events;
        this.findings = findings;
    }

    /** The sums, as the events and the dead letters tell them. */
    Accounts run(long trades, long restingOrders) {
        for (Event event : events.inChain().values()) {
            Set<Outcome> told =
                    outcomes.computeIfAbsent(event.header().commandSeq(), commandSeq -> EnumSet.noneOf(Outcome.class));
            Outcome outcome = Outcome.of(event.body());
            if (outcome != null) {
                told.add(outcome);
            }
        }
        requireAnswers();
        long rejected = count(Outcome.REJECTED);
        long repeated = count(Outcome.REPEATED);
        long answered = outcomes.size() + events.outside().size();
        return new Accounts(
                events.inChain().isEmpty() ? 0 : 1,
                evidence.records.size(),
                answered - rejected - repeated,
                rejected,
                repeated,
                evidence.letters.size(),
                events.inChain().size() + events.outside().size(),
                events.repeats(),
                trades,
                restingOrders,
                evidence.transfers.size());
    }

    private long count(Outcome outcome) {
        return outcomes.values().stream().filter(told -> told.contains(outcome)).count()
                + events.outside().values().stream()
                        .filter(event -> Outcome.of(event.body()) == outcome)
                        .count();
    }

    private void requireAnswers() {
        Set<Long> answered = new HashSet<>();
        commands.understood.forEach((place, record) -> {
            Long commandSeq = commandSeqs.get(place);
            if (commandSeq == null || (commandSeq > 0 && !outcomes.containsKey(commandSeq))) {
                add(
                        commandSeq == null ? Places.of(record.cause()) : Places.commandSeq(commandSeq),
                        "a command that was not answered");
            } else {
                answered.add(commandSeq);
            }
        });
        outcomes.forEach((commandSeq, told) -> {
            if (!answered.contains(commandSeq)) {
                add(Places.commandSeq(commandSeq), "answered, and no command in the stream");
            }
            if (told.size() > 1) {
                add(Places.commandSeq(commandSeq), "answered as " + told);
            }
        });
    }

    private void add(String place, String detail) {
        findings.add(Invariant.RECORDS_ADD_UP, evidence.symbol, place, detail);
    }
}
