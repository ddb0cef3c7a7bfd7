package io.stockmate.benchmarks.anomaly;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One recorded series: a file {@code GROUP/FILE.csv} with the columns {@code timestamp,value}, times as {@code
 * yyyy-MM-dd HH:mm:ss} in UTC. An empty value is NaN.
 *
 * @param name {@code GROUP/FILE.csv}
 * @param rows the rows' text, without the head
 */
public record RecordedSeries(String name, List<String> rows, long[] timesMillis, double[] values) {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /**
     * Reads all series of a directory, by name.
     *
     * @throws IOException where a file cannot be read
     * @throws IllegalArgumentException where a row cannot be understood, naming file and line
     */
    public static List<RecordedSeries> readAll(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(directory, 2)) {
            files = found.filter(file -> directory.relativize(file).getNameCount() == 2)
                    .filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
        List<RecordedSeries> all = new ArrayList<>();
        for (Path file : files) {
            Path name = directory.relativize(file);
            all.add(read(name.getName(0) + "/" + name.getName(1), file));
        }
        return all;
    }

    private static RecordedSeries read(String name, Path file) throws IOException {
        List<String> rows = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            reader.readLine();
            for (String row = reader.readLine(); row != null; row = reader.readLine()) {
                if (!row.isBlank()) {
                    rows.add(row.strip());
                }
            }
        }
        long[] times = new long[rows.size()];
        double[] values = new double[rows.size()];
        for (int i = 0; i < times.length; i++) {
            String row = rows.get(i);
            int comma = row.indexOf(',');
            try {
                times[i] = millis(row.substring(0, Math.max(0, comma)));
                String value = row.substring(comma + 1);
                values[i] = value.isBlank() ? Double.NaN : Double.parseDouble(value);
            } catch (DateTimeException | NumberFormatException wrong) {
                throw new IllegalArgumentException(
                        name + " line " + (i + 2) + " is '" + row + "': give yyyy-MM-dd HH:mm:ss,number", wrong);
            }
        }
        return new RecordedSeries(name, rows, times, values);
    }

    /** The directory that the file is in. */
    public String group() {
        return name.substring(0, name.indexOf('/'));
    }

    /** The name without its directory. */
    public String file() {
        return name.substring(name.indexOf('/') + 1);
    }

    static long millis(String time) {
        return LocalDateTime.parse(time, TIME).toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
