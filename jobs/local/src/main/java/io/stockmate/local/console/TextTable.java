package io.stockmate.local.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text in aligned columns: numbers to the right, all else to the left. */
public final class TextTable {
    private static final String GAP = "  ";
    private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9.,]*( (ms|µs|s))?");

    private final List<String> titles;
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(String... titles) {
        this(List.of(titles));
    }

    public TextTable(List<String> titles) {
        this.titles = List.copyOf(titles);
    }

    /** Adds a row with a cell for each title. */
    public TextTable row(List<String> cells) {
        if (cells.size() != titles.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + titles.size() + " columns");
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    public TextTable row(Object... cells) {
        return row(IntStream.range(0, cells.length)
                .mapToObj(i -> String.valueOf(cells[i]))
                .toList());
    }

    /** The titles, if any says something, and the rows; no line ends in a blank. */
    public List<String> lines() {
        List<Integer> columns = IntStream.range(0, titles.size()).boxed().toList();
        int[] widths = columns.stream().mapToInt(this::width).toArray();
        boolean[] right = new boolean[widths.length];
        for (int column : columns) {
            right[column] = !rows.isEmpty() && rows.stream().allMatch(row -> isNumber(row.get(column)));
        }
        List<String> lines = new ArrayList<>();
        if (titles.stream().anyMatch(title -> !title.isEmpty())) {
            lines.add(line(titles, widths, right));
        }
        rows.forEach(row -> lines.add(line(row, widths, right)));
        return lines;
    }

    private int width(int column) {
        int widest = titles.get(column).length();
        for (List<String> row : rows) {
            widest = Math.max(widest, row.get(column).length());
        }
        return widest;
    }

    private static boolean isNumber(String cell) {
        return cell.isEmpty() || NUMBER.matcher(cell).matches();
    }

    private static String line(List<String> cells, int[] widths, boolean[] right) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> padded(cells.get(column), widths[column], right[column]))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private static String padded(String cell, int width, boolean right) {
        String blanks = " ".repeat(width - cell.length());
        return right ? blanks + cell : cell + blanks;
    }
}
