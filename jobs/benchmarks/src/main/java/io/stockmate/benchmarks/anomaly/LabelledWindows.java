package io.stockmate.benchmarks.anomaly;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The windows in which a series is known to be anomalous: {@code {"GROUP/FILE.csv": [["start", "end"], …]}}. */
public final class LabelledWindows {
    /** A window, both ends included, epoch milliseconds. */
    record Window(long startMillis, long endMillis) {}

    private static final int TIME_LENGTH = "yyyy-MM-dd HH:mm:ss".length();

    private final Map<String, List<Window>> bySeries = new TreeMap<>();

    private LabelledWindows() {}

    /**
     * Reads the file; fractions of a second are dropped.
     *
     * @throws IOException where the file cannot be read or is of another form
     */
    public static LabelledWindows read(Path file) throws IOException {
        Map<String, List<List<String>>> texts =
                new ObjectMapper().readValue(file.toFile(), new TypeReference<Map<String, List<List<String>>>>() {});
        LabelledWindows windows = new LabelledWindows();
        for (Map.Entry<String, List<List<String>>> entry : texts.entrySet()) {
            List<Window> own = new ArrayList<>();
            for (List<String> ends : entry.getValue()) {
                if (ends.size() != 2) {
                    throw new IOException(entry.getKey() + " has a window with " + ends.size() + " ends: give two");
                }
                own.add(new Window(millis(ends.get(0), file), millis(ends.get(1), file)));
            }
            windows.bySeries.put(entry.getKey(), own);
        }
        return windows;
    }

    private static long millis(String time, Path file) throws IOException {
        try {
            return RecordedSeries.millis(time.substring(0, Math.min(time.length(), TIME_LENGTH)));
        } catch (DateTimeException wrong) {
            throw new IOException(file + " has the time '" + time + "': give yyyy-MM-dd HH:mm:ss", wrong);
        }
    }

    /** The series' windows in order of time; none for a series that is not named. */
    List<Window> of(String series) {
        return bySeries.getOrDefault(series, List.of());
    }
}
