package io.stockmate.lake;

import io.stockmate.core.fuzz.FuzzTarget;
import io.stockmate.core.fuzz.FuzzTargets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The list by which a day's files count. */
public final class ListTargets implements FuzzTargets {
    @Override
    public List<FuzzTarget> all() {
        DayFiles files = new DayFiles(
                2,
                1_772_634_600_000L,
                List.of("merged-1-0.parquet"),
                "day-2.rollup",
                new TreeMap<>(Map.of("part-0.parquet", 5L)));
        return List.of(new FuzzTarget(
                "files",
                1,
                List.of(files.text().getBytes(StandardCharsets.UTF_8)),
                input -> DayFiles.parse(new String(input, StandardCharsets.UTF_8), "here"),
                QueryRefused.class));
    }
}
