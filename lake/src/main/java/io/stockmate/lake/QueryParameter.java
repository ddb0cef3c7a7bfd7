package io.stockmate.lake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link NamedQuery} wants to be told.
 *
 * @param presumed taken where nothing is given; absent where something has to be
 */
public record QueryParameter(String name, Type type, @Nullable String presumed) {
    /** SQL's types, and how a value of each is written. */
    public enum Type {
        VARCHAR("a text"),
        BIGINT("a whole number"),
        DATE("a day such as 2026-03-04"),
        TIMESTAMP("a time in UTC such as '2026-03-04 14:30:00'");

        private final String form;

        Type(String form) {
            this.form = form;
        }
    }

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSS]");

    /** As people read it: {@code seq BIGINT}, {@code products BIGINT = 10}. */
    @Override
    public String toString() {
        return name + " " + type + (presumed == null ? "" : " = " + presumed);
    }

    /**
     * A value to bind: never part of the SQL.
     *
     * @throws QueryRefused if the text is none of the type
     */
    Object value(String text) {
        try {
            return switch (type) {
                case VARCHAR -> text;
                case BIGINT -> Long.parseLong(text);
                case DATE -> LocalDate.parse(text).toString();
                case TIMESTAMP -> TIME.format(LocalDateTime.parse(text.replace('T', ' '), TIME));
            };
        } catch (NumberFormatException | DateTimeParseException failure) {
            throw new QueryRefused(name + " is '" + text + "'; give " + type.form);
        }
    }
}
