package io.stockmate.benchmarks.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A series with its future: {@code id;horizon;season length;history,…;test,…}. Missing values are NaN.
 *
 * @param season its season length, 1 where it has none
 * @param test the future, of length {@code horizon}, or empty where it is not told
 */
public record RecordedDemand(String id, int horizon, int season, double[] history, double[] test) {
    /**
     * All series of a file; empty lines are passed by.
     *
     * @throws IllegalArgumentException naming the line that is none
     */
    public static List<RecordedDemand> readAll(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return IntStream.range(0, lines.size())
                .filter(i -> !lines.get(i).isBlank())
                .mapToObj(i -> parse(lines.get(i), file + ":" + (i + 1)))
                .toList();
    }

    static RecordedDemand parse(String line, String place) {
        String[] parts = line.split(";", -1);
        if (parts.length < 4 || parts.length > 5) {
            throw new IllegalArgumentException(
                    place + " has " + parts.length + " parts; a series is id;horizon;season length;history;test");
        }
        try {
            int horizon = Integer.parseInt(parts[1].trim());
            int season = Integer.parseInt(parts[2].trim());
            double[] history = values(parts[3]);
            double[] test = parts.length < 5 || parts[4].isBlank() ? new double[0] : values(parts[4]);
            if (horizon < 1 || season < 1 || test.length != 0 && test.length != horizon) {
                throw new IllegalArgumentException("horizon " + horizon + ", season length " + season + " and "
                        + test.length + " test values do not go together");
            }
            return new RecordedDemand(parts[0], horizon, season, history, test);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(place + ": " + wrong.getMessage(), wrong);
        }
    }

    private static double[] values(String list) {
        return Arrays.stream(list.split(","))
                .mapToDouble(text -> text.trim().equals("NA") ? Double.NaN : Double.parseDouble(text))
                .toArray();
    }

    /** Whether every known value of the history is a whole number from 0 on. */
    boolean counted() {
        return Arrays.stream(history)
                .filter(value -> !Double.isNaN(value))
                .allMatch(value -> value >= 0 && value == Math.rint(value));
    }

    /** Known values of the history, and those of them that are 0. */
    long known() {
        return Arrays.stream(history).filter(value -> !Double.isNaN(value)).count();
    }

    long zeros() {
        return Arrays.stream(history).filter(value -> value == 0).count();
    }
}
