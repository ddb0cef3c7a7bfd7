package io.stockmate.lake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A saved question: a file of {@code lake/queries}. One without parameters is a view of the same name as well.
 *
 * @param question what it answers, one line
 * @param parameters what it wants to be told
 * @param budget what it may read
 * @param sql plain enough for Athena, ending without a semicolon; a value goes where a question mark stands with the
 *     parameter's name in a comment behind it
 */
public record NamedQuery(
        String name, String question, List<QueryParameter> parameters, QueryBudget budget, String sql) {
    private static final String QUESTION = "-- Question: ";
    private static final String BUDGET = "-- Budget: ";
    private static final Pattern PARAMETER =
            Pattern.compile("^-- Parameter: (\\w+) (VARCHAR|BIGINT|DATE|TIMESTAMP)(?: = (.+))?$", Pattern.MULTILINE);
    private static final Pattern PLACE = Pattern.compile("\\? /\\* (\\w+) \\*/");

    private static final List<NamedQuery> ALL = Stream.of(
                    "match",
                    "no_match_buy",
                    "no_match_sell",
                    "no_match_other",
                    "order_history",
                    "counted_trades",
                    "lost_sales",
                    "history_of_order",
                    "bars",
                    "spread",
                    "fill_ratio",
                    "stock_at_seq",
                    "stock_at_time",
                    "top_products",
                    "usage_per_account",
                    "bought_together",
                    "cost_units")
            .map(NamedQuery::read)
            .toList();

    /** Whether it is a view as well. */
    boolean isView() {
        return parameters.isEmpty();
    }

    /**
     * The values in the order in which the SQL takes them.
     *
     * @throws QueryRefused if a value is missing, unknown or none of its type
     */
    List<Object> values(Map<String, String> given) {
        for (String each : given.keySet()) {
            if (parameters.stream().noneMatch(parameter -> parameter.name().equals(each))) {
                throw new QueryRefused(name + " has no parameter " + each + "; it takes "
                        + (parameters.isEmpty() ? "none" : listed(parameters)));
            }
        }
        Map<String, Object> values = new HashMap<>();
        for (QueryParameter parameter : parameters) {
            String text = given.getOrDefault(parameter.name(), parameter.presumed());
            if (text == null) {
                throw new QueryRefused(name + " wants to be told " + parameter.name() + ": give --param "
                        + parameter.name() + "=…; it takes " + listed(parameters));
            }
            values.put(parameter.name(), parameter.value(text));
        }
        return places(sql).map(place -> requireNonNull(values.get(place))).toList();
    }

    private static String listed(List<QueryParameter> parameters) {
        return parameters.stream().map(QueryParameter::toString).collect(Collectors.joining(", "));
    }

    static Stream<String> places(String sql) {
        return PLACE.matcher(sql).results().map(place -> place.group(1));
    }

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
            return new NamedQuery(
                    name,
                    headerOf(QUESTION, file, sql),
                    parametersOf(sql),
                    QueryBudget.parse(file, headerOf(BUDGET, file, sql)),
                    sql);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    private static List<QueryParameter> parametersOf(String sql) {
        return PARAMETER
                .matcher(sql)
                .results()
                .map(line ->
                        new QueryParameter(line.group(1), QueryParameter.Type.valueOf(line.group(2)), line.group(3)))
                .toList();
    }

    private static String headerOf(String begin, String file, String sql) {
        return sql.lines()
                .filter(line -> line.startsWith(begin))
                .findFirst()
                .map(line -> line.substring(begin.length()))
                .orElseThrow(() -> new IllegalStateException(file + " has no line that begins with '" + begin + "'"));
    }
}
