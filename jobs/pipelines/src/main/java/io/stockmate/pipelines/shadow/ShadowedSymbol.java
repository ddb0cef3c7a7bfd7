package io.stockmate.pipelines.shadow;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.JsonText;
import io.stockmate.pipelines.replay.ReplayedMarket;
import io.stockmate.pipelines.replay.SymbolBySymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One symbol's markets of two versions. The other one is asked up to the first difference or failure. */
final class ShadowedSymbol implements SymbolBySymbol.Part {
    private final String name;
    private final MarketRules rules;
    private final Candidate candidate;
    private final Shadow shadow;
    private final ReplayedMarket current;
    private @Nullable Function<Map<String, Object>, List<Map.Entry<Long, String>>> other;
    private boolean begun;

    ShadowedSymbol(String name, MarketRules rules, Candidate candidate, Shadow shadow) {
        this.name = name;
        this.rules = rules;
        this.candidate = candidate;
        this.shadow = shadow;
        this.current = new ReplayedMarket(rules, name);
    }

    @Override
    public Optional<String> apply(ArrivedRecord record) {
        List<Map.Entry<Long, String>> ours = new ArrayList<>();
        boolean taken = current.apply(record, event -> ours.add(Map.entry(event.seq(), JsonText.of(event))))
                .isPresent();
        if (taken) {
            shadow.applied(ours.size());
        }
        try {
            ShadowDifference first = first(ours, others(record));
            if (first != null) {
                shadow.differs(first);
                other = null;
            }
        } catch (CandidateFailed failure) {
            shadow.fails(failure);
            other = null;
        }
        return taken ? Optional.empty() : Optional.of(current.refusal());
    }

    @Override
    public void end() {
        other = null;
    }

    /** Null where the other version is not asked any more. */
    private @Nullable List<Map.Entry<Long, String>> others(ArrivedRecord record) {
        try {
            if (!begun) {
                begun = true;
                other = candidate.market(Shadow.rules(rules), name);
            }
            return other == null ? null : checked(other.apply(told(record)));
        } catch (NoCandidate lacking) {
            throw lacking;
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
            throw new CandidateFailed(name, record.cause(), failure);
        }
    }

    /** Of the types that they are to have, whatever the other version gives. */
    private static List<Map.Entry<Long, String>> checked(List<? extends Map.Entry<?, ?>> given) {
        List<Map.Entry<Long, String>> events = new ArrayList<>();
        for (Map.Entry<?, ?> event : given) {
            events.add(Map.entry(Long.class.cast(event.getKey()), String.class.cast(event.getValue())));
        }
        return events;
    }

    private static Map<String, Object> told(ArrivedRecord record) {
        Cause cause = record.cause();
        return Map.of(
                ShadowMarket.SHARD_ID, cause.shardId(),
                ShadowMarket.SEQUENCE_NUMBER, cause.sequenceNumber(),
                ShadowMarket.SUB_SEQUENCE, cause.subSequence(),
                ShadowMarket.ARRIVED_AT, cause.arrivedAt(),
                ShadowMarket.PARTITION_KEY, record.partitionKey(),
                ShadowMarket.DATA, record.data());
    }

    private @Nullable ShadowDifference first(
            List<Map.Entry<Long, String>> ours, @Nullable List<Map.Entry<Long, String>> theirs) {
        for (int i = 0; theirs != null && i < Math.max(ours.size(), theirs.size()); i++) {
            Map.Entry<Long, String> left = i < ours.size() ? ours.get(i) : null;
            Map.Entry<Long, String> right = i < theirs.size() ? theirs.get(i) : null;
            if (left == null || !left.equals(right)) {
                long seq = (left == null ? theirs : ours).get(i).getKey();
                return new ShadowDifference(
                        name, seq, left == null ? null : left.getValue(), right == null ? null : right.getValue());
            }
        }
        return null;
    }
}
