package io.stockmate.local.verify;

import io.stockmate.core.message.Alert;
import io.stockmate.core.message.Decimal;
import io.stockmate.lake.Answer;
import io.stockmate.lake.LakeQueries;
import io.stockmate.lake.QueryRefused;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the lake answers to an alert's own SQL.
 *
 * @param observed null where the SQL gives no row, or no value
 * @param expected null where the SQL does not tell
 * @param tellsExpected whether the SQL is meant to tell what was expected
 */
public record Repro(@Nullable String observed, @Nullable String expected, boolean tellsExpected) {
    private static final String OBSERVED = "observed";
    private static final String EXPECTED = "expected";

    /** @throws QueryRefused where the SQL cannot be asked */
    public static Repro ask(LakeQueries lake, Alert alert) {
        try (Answer answer = lake.ask(alert.repro())) {
            boolean row = answer.next();
            int expected = column(answer, EXPECTED);
            return new Repro(
                    row ? text(answer, column(answer, OBSERVED)) : null,
                    row ? text(answer, expected) : null,
                    expected >= 0);
        }
    }

    private static int column(Answer answer, String name) {
        for (int place = 0; place < answer.columns().size(); place++) {
            if (answer.columns().get(place).name().equalsIgnoreCase(name)) {
                return place;
            }
        }
        return -1;
    }

    private static @Nullable String text(Answer answer, int column) {
        return column < 0 ? null : answer.text(column);
    }

    /** Whether these are the alert's numbers. */
    public boolean agrees(Alert alert) {
        return isSame(observed, alert.observed()) && (!tellsExpected || isSame(expected, alert.expected()));
    }

    /** What is wrong, in a line; nothing where the SQL gives the alert's numbers. */
    public static Optional<String> difference(LakeQueries lake, Alert alert) {
        try {
            Repro repro = ask(lake, alert);
            return repro.agrees(alert)
                    ? Optional.empty()
                    : Optional.of(alert.alertId() + ": observed " + Decimal.toString(alert.observed()) + ", expected "
                            + Decimal.toString(alert.expected()) + ", but its SQL gives " + repro.observed() + " and "
                            + repro.expected() + ": " + alert.repro());
        } catch (QueryRefused refused) {
            return Optional.of(alert.alertId() + ": its SQL is refused, " + refused.getMessage());
        }
    }

    private static boolean isSame(@Nullable String text, long value) {
        try {
            return text != null && new BigDecimal(text).compareTo(BigDecimal.valueOf(value, Decimal.SCALE)) == 0;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }
}
