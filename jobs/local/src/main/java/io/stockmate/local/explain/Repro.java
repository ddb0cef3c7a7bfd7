package io.stockmate.local.explain;

import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.EventType;
import io.stockmate.lake.Answer;
import io.stockmate.lake.LakeQueries;
import io.stockmate.lake.LakeTable;
import io.stockmate.lake.QueryRefused;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the lake answers to an alert's own SQL, which may read tables of events and no others.
 *
 * @param observed null where the SQL gives no row, or no value
 * @param expected null where the SQL does not tell
 * @param refusal why there is no such answer; null where there is one
 */
public record Repro(@Nullable String observed, @Nullable String expected, @Nullable String refusal) {
    private static final String OBSERVED = "observed";
    private static final String EXPECTED = "expected";
    private static final Pattern TEXT = Pattern.compile("'[^']*'");

    /** Tables that hold no events. */
    private static final List<Pattern> NO_EVENTS = withoutEvents();

    private static List<Pattern> withoutEvents() {
        Set<LakeTable> derived = EnumSet.allOf(LakeTable.class);
        Stream.of(EventType.values()).map(LakeTable::of).forEach(derived::remove);
        return derived.stream()
                .map(table -> Pattern.compile("\\b" + table.tableName() + "\\b", Pattern.CASE_INSENSITIVE))
                .toList();
    }

    /** Asks an alert's SQL. */
    public static Repro ask(LakeQueries lake, Alert alert) {
        String words = TEXT.matcher(alert.repro()).replaceAll("''");
        if (NO_EVENTS.stream().anyMatch(table -> table.matcher(words).find())) {
            return refused("it reads a table that holds no events");
        }
        try (Answer answer = lake.ask(alert.repro())) {
            if (!answer.next()) {
                return refused("it gives no row");
            }
            Repro repro = new Repro(text(answer, OBSERVED), text(answer, EXPECTED), null);
            return answer.next() ? refused("it gives more than one row") : repro;
        } catch (QueryRefused refused) {
            return refused(String.valueOf(refused.getMessage()));
        }
    }

    private static Repro refused(String why) {
        return new Repro(null, null, why);
    }

    private static @Nullable String text(Answer answer, String name) {
        for (int place = 0; place < answer.columns().size(); place++) {
            if (answer.columns().get(place).name().equalsIgnoreCase(name)) {
                return answer.text(place);
            }
        }
        return null;
    }

    /** Whether these are the alert's numbers; what a detector expected is for a replay to tell. */
    public boolean agrees(Alert alert) {
        boolean detected = alert.kind().unit() == AlertKind.Unit.SCORE;
        return isSame(observed, alert.observed())
                && (detected && expected == null || isSame(expected, alert.expected()));
    }

    /** What is wrong, in a line; nothing where the SQL gives the alert's numbers. */
    public static Optional<String> difference(LakeQueries lake, Alert alert) {
        Repro repro = ask(lake, alert);
        return repro.agrees(alert)
                ? Optional.empty()
                : Optional.of(alert.alertId() + ": observed " + Decimal.toString(alert.observed()) + ", expected "
                        + Decimal.toString(alert.expected()) + ", but of its SQL: " + repro + ": " + alert.repro());
    }

    private static boolean isSame(@Nullable String text, long value) {
        try {
            return text != null && new BigDecimal(text).compareTo(BigDecimal.valueOf(value, Decimal.SCALE)) == 0;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    @Override
    public String toString() {
        return refusal != null ? refusal : "observed " + observed + (expected == null ? "" : ", expected " + expected);
    }
}
