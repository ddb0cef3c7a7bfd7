package io.stockmate.pipelines.reconcile;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.LogEntry;
import io.stockmate.core.reference.NaiveBook;
import io.stockmate.lake.LakeReader;
import io.stockmate.pipelines.replay.ReplayedMarket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Invariant 10. Where log and stream disagree, which has been named, the events may follow from either of them: whoever
 * wrote them read one of the two.
 */
final class ReplayCheck {
    private static final int NAMED_EACH = 3;

    private final SymbolEvidence evidence;
    private final MarketRules rules;
    private final Findings findings;
    private final TreeMap<Long, Event> inChain;
    private final Map<String, Event> outside;
    private int restingOrders;

    ReplayCheck(SymbolEvidence evidence, MarketRules rules, EventMerge events, Findings findings) {
        this.evidence = evidence;
        this.rules = rules;
        this.findings = findings;
        this.inChain = events.inChain();
        this.outside = events.outside();
    }

    /** How many orders rest behind the last command. */
    int restingOrders() {
        return restingOrders;
    }

    /** Returns whether the events follow from the commands. */
    boolean run(Collection<ArrivedRecord> stream) {
        Map<String, String> differences = replay(stream);
        if (!differences.isEmpty()) {
            List<ArrivedRecord> log = log();
            int resting = restingOrders;
            Map<String, String> byLog = replay(log);
            if (byLog.size() < differences.size()) {
                differences = byLog;
            } else {
                restingOrders = resting;
            }
        }
        report(differences);
        return differences.isEmpty();
    }

    private List<ArrivedRecord> log() {
        Map<String, ArrivedRecord> once = new LinkedHashMap<>();
        evidence.log.stream()
                .sorted(Comparator.comparingLong(LogEntry::commandSeq)
                        .thenComparing(entry -> entry.cause().sequenceNumber().length())
                        .thenComparing(entry -> entry.cause().sequenceNumber())
                        .thenComparing(entry -> entry.cause().subSequence()))
                .forEach(entry -> once.putIfAbsent(
                        Places.key(entry.cause()),
                        new ArrivedRecord(entry.cause(), entry.partitionKey(), entry.data())));
        return new ArrayList<>(once.values());
    }

    /** What differs, by place, in the order of places. */
    private Map<String, String> replay(Collection<ArrivedRecord> records) {
        ReplayedMarket market = new ReplayedMarket(rules, evidence.symbol, NaiveBook::new);
        Map<String, String> differences = new LinkedHashMap<>();
        Set<String> outsideLeft = new HashSet<>(outside.keySet());
        long[] last = {0};
        for (ArrivedRecord record : records) {
            market.apply(record, event -> {
                Event found = event.seq() == 0 ? outside.get(event.header().execId()) : inChain.get(event.seq());
                last[0] = Math.max(last[0], event.seq());
                outsideLeft.remove(event.header().execId());
                String difference = found == null
                        ? "the commands give a " + event.body().type().wireName() + " that is nowhere"
                        : difference(event, found);
                if (!difference.isEmpty()) {
                    differences.put(Places.of(event), difference);
                }
            });
        }
        outsideLeft.stream().sorted().forEach(execId -> differences.put("execId " + execId, "follows from no command"));
        inChain.tailMap(last[0], false)
                .forEach((seq, event) -> differences.put(Places.seq(seq), "follows from no command"));
        restingOrders = market.restingOrders();
        return differences;
    }

    private static String difference(Event replayed, Event found) {
        if (!EventMerge.sameContent(replayed, found)) {
            return FieldValues.difference(found, "found", replayed, "by the commands");
        }
        boolean sameCause =
                replayed.cause().equals(found.cause()) || found.cause().equals(LakeReader.CAUSE_NOT_KEPT);
        return sameCause
                ? ""
                : "its cause is " + Places.arrival(found.cause()) + " instead of " + Places.arrival(replayed.cause());
    }

    /** A wrong command changes all that follows: then the first place is the one to look at. */
    private void report(Map<String, String> differences) {
        int left = differences.size();
        boolean many = left > NAMED_EACH;
        for (Map.Entry<String, String> difference : differences.entrySet()) {
            findings.add(
                    Invariant.COMMANDS_GIVE_THE_EVENTS,
                    evidence.symbol,
                    difference.getKey(),
                    difference.getValue() + (many ? "; and " + (left - 1) + " events after it differ" : ""));
            if (many) {
                return;
            }
        }
    }
}
