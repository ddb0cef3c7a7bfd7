package io.stockmate.pipelines.shadow;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One symbol's markets of two versions. */
final class ShadowedSymbol {
    /** Before the first symbol. */
    static final ShadowedSymbol NONE = new ShadowedSymbol("", record -> List.of(), record -> List.of());

    private final String name;
    private final Function<Map<String, Object>, List<Map.Entry<Long, String>>> current;
    private final Function<Map<String, Object>, List<Map.Entry<Long, String>>> candidate;
    private boolean differs;

    private ShadowedSymbol(
            String name,
            Function<Map<String, Object>, List<Map.Entry<Long, String>>> current,
            Function<Map<String, Object>, List<Map.Entry<Long, String>>> candidate) {
        this.name = name;
        this.current = current;
        this.candidate = candidate;
    }

    /** @throws CandidateFailed where the other version has no market for it */
    static ShadowedSymbol open(String name, Map<String, String> rules, Candidate candidate) {
        try {
            return new ShadowedSymbol(name, ShadowMarket.open(rules, name), candidate.market(rules, name));
        } catch (IllegalStateException failure) {
            throw new CandidateFailed(name, 0, failure);
        }
    }

    String name() {
        return name;
    }

    /**
     * Applies a record in both versions, in the other one up to the first difference.
     *
     * @return how many events this version gives
     * @throws CandidateFailed where the other version throws
     */
    int apply(long commandSeq, Map<String, Object> record, Consumer<ShadowDifference> difference) {
        List<Map.Entry<Long, String>> ours = current.apply(record);
        if (!differs) {
            List<Map.Entry<Long, String>> theirs = candidates(commandSeq, record);
            ShadowDifference first = first(ours, theirs);
            if (first != null) {
                differs = true;
                difference.accept(first);
            }
        }
        return ours.size();
    }

    private List<Map.Entry<Long, String>> candidates(long commandSeq, Map<String, Object> record) {
        try {
            return candidate.apply(record);
        } catch (RuntimeException | LinkageError failure) {
            throw new CandidateFailed(name, commandSeq, failure);
        }
    }

    private @Nullable ShadowDifference first(List<Map.Entry<Long, String>> ours, List<Map.Entry<Long, String>> theirs) {
        for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
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
