package io.stockmate.lake;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a {@link NamedQuery} may read: so much of what the tables take in the days that it asks about, once these are
 * merged. Where the tables take less than a few megabytes, engines read files whole.
 *
 * @param percent of the bytes
 * @param tables by name
 */
public record QueryBudget(int percent, List<String> tables) {
    private static final Pattern FORM = Pattern.compile("(\\d+) % of ([a-z_]+(?: and [a-z_]+)*|all tables)");

    /** As a query's file says it: {@code 20 % of trade and trade_corrected}, {@code 2 % of all tables}. */
    static QueryBudget parse(String file, String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalStateException(file + " has the budget '" + text + "'; write '20 % of trade'");
        }
        List<String> tables = matcher.group(2).equals("all tables")
                ? Stream.of(LakeTable.values()).map(LakeTable::tableName).toList()
                : List.of(matcher.group(2).split(" and ", -1));
        return new QueryBudget(Integer.parseInt(matcher.group(1)), tables);
    }
}
