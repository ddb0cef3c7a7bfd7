package io.stockmate.pipelines.reconcile;

import io.stockmate.core.message.DeadLetter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Invariant 3. */
record DeadLetterCheck(SymbolEvidence evidence, Commands commands, Findings findings) {
    void run() {
        Map<String, List<DeadLetter>> rows = new LinkedHashMap<>();
        for (DeadLetter letter : evidence.letters) {
            rows.computeIfAbsent(Places.key(letter.cause()), place -> new ArrayList<>())
                    .add(letter);
        }
        commands.dead.forEach((place, expected) -> {
            List<DeadLetter> found = rows.getOrDefault(place, List.of());
            if (found.isEmpty()) {
                add(expected, expected.reason() + " has no dead letter in the lake");
            } else if (found.size() > 1) {
                add(expected, found.size() + " dead letters in the lake");
            }
            found.stream()
                    .filter(letter -> !letter.equals(expected))
                    .forEach(letter -> add(
                            expected,
                            "the dead letter in the lake is not that of the record: " + letter.reason() + ", "
                                    + letter.detail() + ", " + letter.length() + " bytes"));
        });
        rows.keySet().removeAll(commands.dead.keySet());
        rows.values().forEach(letters -> add(letters.get(0), "a dead letter in the lake of a record that is none"));
    }

    private void add(DeadLetter letter, String detail) {
        findings.add(Invariant.DEAD_LETTERS_ARE_COMPLETE, evidence.symbol, Places.of(letter.cause()), detail);
    }
}
