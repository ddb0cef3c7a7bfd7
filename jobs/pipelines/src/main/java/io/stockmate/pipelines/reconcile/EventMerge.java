package io.stockmate.pipelines.reconcile;

import io.stockmate.core.chain.Chain;
import io.stockmate.core.message.Event;
import io.stockmate.lake.LakeReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts published events and rows of the lake side by side and names where they differ. Where they do, the one that
 * continues the chain is the sound one, by which the rest is judged.
 */
final class EventMerge {
    private static final String PUBLISHED = "published";
    private static final String IN_LAKE = "in the lake";

    private final Chain chain = new Chain();
    private final SymbolEvidence evidence;
    private final Findings findings;
    private final TreeMap<Long, Event> inChain = new TreeMap<>();
    private final TreeMap<String, Event> outside = new TreeMap<>();
    private long repeats;

    /** Chains that the next event may continue: one, several after a wrong event, none after a gap. */
    private Set<Long> seeds = new LinkedHashSet<>();

    private long commandSeq;

    EventMerge(SymbolEvidence evidence, long chainStart, Findings findings) {
        this.evidence = evidence;
        this.findings = findings;
        seeds.add(chainStart);
    }

    /** By seq. */
    TreeMap<Long, Event> inChain() {
        return inChain;
    }

    /** By execId. */
    TreeMap<String, Event> outside() {
        return outside;
    }

    /** Events published again, equally or not. */
    long repeats() {
        return repeats;
    }

    void run() {
        TreeMap<Long, Place> bySeq = new TreeMap<>();
        TreeMap<String, Place> byExecId = new TreeMap<>();
        for (Event event : evidence.published) {
            repeats += place(event, bySeq, byExecId).publish(event) ? 0 : 1;
        }
        for (Event event : evidence.rows) {
            place(event, bySeq, byExecId).rows.add(event);
        }
        byExecId.forEach((execId, place) -> {
            report("execId " + execId, place);
            outside.put(execId, withCause(place.candidates().get(0), place));
        });
        long expected = 1;
        for (Map.Entry<Long, Place> entry : bySeq.entrySet()) {
            long seq = entry.getKey();
            report(Places.seq(seq), entry.getValue());
            if (seq > expected && entry.getValue().published.isEmpty()) {
                continue;
            }
            if (seq > expected) {
                gap(expected, seq - 1);
            }
            inChain.put(seq, next(seq, entry.getValue()));
            expected = seq + 1;
        }
    }

    private static Place place(Event event, Map<Long, Place> bySeq, Map<String, Place> byExecId) {
        return event.seq() == 0
                ? byExecId.computeIfAbsent(event.header().execId(), execId -> new Place())
                : bySeq.computeIfAbsent(event.seq(), seq -> new Place());
    }

    private void report(String where, Place place) {
        for (Event variant : place.published.subList(Math.min(1, place.published.size()), place.published.size())) {
            String difference = FieldValues.difference(place.published.get(0), "first", variant, "then");
            add(Invariant.REPEATS_SAY_THE_SAME, where, difference.isEmpty() ? "another cause" : difference);
        }
        if (place.rows.size() > 1) {
            add(Invariant.LAKE_HOLDS_WHAT_WAS_PUBLISHED, where, place.rows.size() + " rows in the lake");
        }
        if (place.rows.isEmpty()) {
            String type = place.published.get(0).body().type().wireName();
            add(Invariant.LAKE_HOLDS_WHAT_WAS_PUBLISHED, where, type + " has no row in the lake");
        } else if (place.published.isEmpty()) {
            String type = place.rows.get(0).body().type().wireName();
            add(Invariant.LAKE_HOLDS_WHAT_WAS_PUBLISHED, where, type + " in the lake was never published");
        } else if (place.agreed() == null) {
            add(
                    Invariant.LAKE_HOLDS_WHAT_WAS_PUBLISHED,
                    where,
                    FieldValues.difference(place.published.get(0), PUBLISHED, place.rows.get(0), IN_LAKE));
        }
    }

    private void gap(long first, long last) {
        add(
                Invariant.NO_GAP,
                Places.seq(first),
                first == last ? "there is no such event" : "there is no event up to seq " + last);
        seeds = Set.of();
    }

    private Event next(long seq, Place place) {
        List<Event> candidates = place.candidates();
        for (Event candidate : candidates) {
            if (seeds.isEmpty() || seeds.stream().anyMatch(seed -> follows(seed, candidate))) {
                requireNextCommand(seq, candidate, seeds.isEmpty());
                seeds = Set.of(candidate.chain());
                return withCause(candidate, place);
            }
        }
        Event first = candidates.get(0);
        add(Invariant.CHAIN_FOLLOWS, Places.seq(seq), "the chain is not that of the event and the one before it");
        Set<Long> possible = new LinkedHashSet<>();
        for (Event candidate : candidates) {
            possible.add(candidate.chain());
            seeds.forEach(seed -> possible.add(chain.next(seed, candidate.header(), candidate.body())));
        }
        seeds = possible;
        return withCause(first, place);
    }

    private boolean follows(long seed, Event event) {
        return chain.next(seed, event.header(), event.body()) == event.chain();
    }

    private void requireNextCommand(long seq, Event event, boolean afterGap) {
        long now = event.header().commandSeq();
        if (!afterGap && now != commandSeq && now != commandSeq + 1) {
            add(Invariant.NO_GAP, Places.seq(seq), "commandSeq " + now + " comes after " + commandSeq);
        }
        commandSeq = now;
    }

    /** The lake does not keep causes; what was published at the same place tells. */
    private static Event withCause(Event event, Place place) {
        return event.cause().equals(LakeReader.CAUSE_NOT_KEPT) && !place.published.isEmpty()
                ? new Event(
                        event.header(), event.chain(), place.published.get(0).cause(), event.body())
                : event;
    }

    private void add(Invariant invariant, String where, String detail) {
        findings.add(invariant, evidence.symbol, where, detail);
    }

    /** Whether two events are equal but for their cause. */
    static boolean sameContent(Event one, Event other) {
        return one.chain() == other.chain()
                && one.header().equals(other.header())
                && one.body().equals(other.body());
    }

    /** What lies at one seq, or under one execId. */
    private static final class Place {
        /** Each once, equal repeats left out. */
        private final List<Event> published = new ArrayList<>();

        private final List<Event> rows = new ArrayList<>();

        /** Returns whether it is the first. */
        boolean publish(Event event) {
            boolean first = published.isEmpty();
            if (!published.contains(event)) {
                published.add(event);
            }
            return first;
        }

        /** The published event that is also in the lake. */
        @Nullable
        Event agreed() {
            for (Event event : published) {
                if (rows.stream().anyMatch(row -> sameContent(row, event))) {
                    return event;
                }
            }
            return null;
        }

        /** The agreed one first. */
        List<Event> candidates() {
            List<Event> candidates = new ArrayList<>();
            Event agreed = agreed();
            if (agreed != null) {
                candidates.add(agreed);
            }
            candidates.addAll(published);
            candidates.addAll(rows);
            return candidates;
        }
    }
}
