package io.stockmate.local.exactness;

import io.stockmate.core.chain.Sha256;
import io.stockmate.pipelines.reconcile.Invariant;
import io.stockmate.pipelines.reconcile.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was to be sent beside what was, line by line: in any order, and each line once or more. All that is due first. */
final class Lines {
    private static final int SHOWN = 3;

    /** Hashes, by which the others are kept too. */
    private final Set<String> due = new HashSet<>();

    private final Map<String, String> missing = new TreeMap<>();
    private final Map<String, String> strange = new TreeMap<>();

    void due(byte[] line) {
        String hash = Sha256.hex(line);
        due.add(hash);
        missing.put(hash, new String(line, StandardCharsets.UTF_8));
    }

    void sent(byte[] line) {
        String hash = Sha256.hex(line);
        missing.remove(hash);
        if (!due.contains(hash)) {
            strange.put(hash, new String(line, StandardCharsets.UTF_8));
        }
    }

    /** A few of the lines that are missing, and of those that were not due. */
    List<Violation> violations(Invariant invariant, String stream) {
        List<Violation> found = new ArrayList<>();
        tell(invariant, stream, "was not sent", missing, found);
        tell(invariant, stream, "was sent and follows from no event", strange, found);
        return found;
    }

    private static void tell(
            Invariant invariant, String stream, String what, Map<String, String> lines, List<Violation> found) {
        lines.values().stream()
                .limit(SHOWN)
                .map(line -> new Violation(invariant, stream, "1 of " + lines.size(), what + ": " + line))
                .forEach(found::add);
    }
}
