package io.stockmate.lake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A saved question and what it is to answer, a line a row. */
record Question(String query, Map<String, String> parameters, List<String> answer) {
    private static final int DIGITS = 12;

    /** A row as a line, whichever engine gave it: doubles are rounded, as engines add them up in any order. */
    static String line(@Nullable Object... values) {
        return Stream.of(values).map(Question::text).collect(Collectors.joining("|"));
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Double number) {
            return new BigDecimal(number)
                    .round(new MathContext(DIGITS))
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    @Override
    public String toString() {
        return query;
    }
}
