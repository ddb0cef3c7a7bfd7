package io.stockmate.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A saved question: a file of {@code lake/queries}, which is a view of the same name as well.
 *
 * @param question what it answers, one line
 * @param sql plain enough for Athena, ending without a semicolon
 */
public record NamedQuery(String name, String question, String sql) {
    private static final String QUESTION = "-- Question: ";

    private static final List<NamedQuery> ALL = Stream.of(
                    "match",
                    "no_match_buy",
                    "no_match_sell",
                    "no_match_other",
                    "order_history",
                    "counted_trades",
                    "lost_sales")
            .map(NamedQuery::read)
            .toList();

    /** All of them. */
    public static List<NamedQuery> all() {
        return ALL;
    }

    /**
     * The query of a name.
     *
     * @throws QueryRefused if there is none
     */
    static NamedQuery of(String name) {
        return ALL.stream()
                .filter(query -> query.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new QueryRefused("there is no query " + name + "; write SQL or one of "
                        + ALL.stream().map(NamedQuery::name).collect(Collectors.joining(", "))));
    }

    private static NamedQuery read(String name) {
        String file = "queries/" + name + ".sql";
        try (InputStream resource = NamedQuery.class.getResourceAsStream(file)) {
            if (resource == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            String sql = new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
            return new NamedQuery(name, questionOf(file, sql), sql);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    private static String questionOf(String file, String sql) {
        return sql.lines()
                .filter(line -> line.startsWith(QUESTION))
                .findFirst()
                .map(line -> line.substring(QUESTION.length()))
                .orElseThrow(
                        () -> new IllegalStateException(file + " has no line that begins with '" + QUESTION + "'"));
    }
}
