package io.stockmate.lake;

import io.stockmate.core.message.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What readers of the lake count on: the columns of its tables, by {@code table.column}. */
record Contract(Map<String, Column> columns) {
    /** A column's type in SQL, and whether it may be NULL. */
    record Column(String type, boolean optional) {
        private static final String OPTIONAL = "optional";
        private static final String REQUIRED = "required";

        static Column parse(String text) {
            int blank = text.lastIndexOf(' ');
            String presence = text.substring(blank + 1);
            if (!presence.equals(OPTIONAL) && !presence.equals(REQUIRED)) {
                throw new IllegalArgumentException(text + ": write optional or required behind the type");
            }
            return new Column(text.substring(0, blank), presence.equals(OPTIONAL));
        }

        @Override
        public String toString() {
            return type + " " + (optional ? OPTIONAL : REQUIRED);
        }
    }

    /** That of the tables as they are written now. */
    static Contract now() {
        Map<String, Column> columns = new TreeMap<>();
        for (Relation table : Relation.ALL) {
            for (Field field : table.columns()) {
                columns.put(
                        table.tableName() + "." + field.name(), new Column(TableView.type(field), field.optional()));
            }
        }
        return new Contract(columns);
    }

    /** A line per column: {@code trade.price DECIMAL(18,4) required}. */
    static Contract parse(List<String> lines) {
        Map<String, Column> columns = new TreeMap<>();
        for (String line : lines) {
            int blank = line.indexOf(' ');
            columns.put(line.substring(0, blank), Column.parse(line.substring(blank + 1)));
        }
        return new Contract(columns);
    }

    List<String> lines() {
        return columns.entrySet().stream()
                .map(column -> column.getKey() + " " + column.getValue())
                .toList();
    }

    /** What of {@code this}, which readers and files in the lake already have, {@code next} would break. */
    List<String> brokenBy(Contract next) {
        List<String> breaks = new ArrayList<>();
        columns.forEach((name, column) -> {
            Column changed = next.columns.get(name);
            if (changed == null) {
                breaks.add(name + " is gone or has another name: readers get NULL");
            } else {
                breaks.addAll(changes(name, column, changed));
            }
        });
        next.columns.forEach((name, column) -> {
            if (!columns.containsKey(name) && !column.optional() && isReleasedTable(name)) {
                breaks.add(name + " is new and required: older files lack it, make it optional");
            }
        });
        return breaks;
    }

    private boolean isReleasedTable(String column) {
        String table = column.substring(0, column.indexOf('.') + 1);
        return columns.keySet().stream().anyMatch(name -> name.startsWith(table));
    }

    private static List<String> changes(String name, Column before, Column after) {
        List<String> breaks = new ArrayList<>();
        if (!before.type().equals(after.type()) && !isWiderDecimal(before.type(), after.type())) {
            breaks.add(name + " was " + before.type() + " and is " + after.type());
        }
        if (before.optional() && !after.optional()) {
            breaks.add(name + " was optional and is required: older files lack it");
        }
        if (!before.optional() && after.optional()) {
            breaks.add(name + " was required and is optional: readers do not expect NULL");
        }
        return breaks;
    }

    /** One that holds every value of the other: no fewer digits before the point, and as many after it. */
    private static boolean isWiderDecimal(String before, String after) {
        if (!before.startsWith("DECIMAL") || !after.startsWith("DECIMAL")) {
            return false;
        }
        int[] old = digits(before);
        int[] wide = digits(after);
        return wide[1] == old[1] && wide[0] >= old[0];
    }

    private static int[] digits(String decimal) {
        String digits = decimal.substring(decimal.indexOf('(') + 1, decimal.indexOf(')'));
        return Arrays.stream(digits.split(",", -1)).mapToInt(Integer::parseInt).toArray();
    }
}
