package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Athena's engine reads of a closed day, in the files that merging leaves and in others with the same rows. Only with
 * {@code mvn -Pathena}.
 */
class AthenaBytesTest {
    private static final int ORDERS = Integer.getInteger("athena.orders", 400_000);

    /** Of a day of 4 million orders the defaults of the engine, of a smaller one so much less. */
    private static final String SMALL_FILE = Math.min(3_000_000, 3L * ORDERS / 4) + "B";

    private static final String MERGE_DISTANCE = Math.min(1_000_000, ORDERS / 4) + "B";

    private static final MergeSettings SETTINGS =
            MergeSettings.DEFAULT.withRowGroupRows(Math.min(MergeSettings.DEFAULT.rowGroupRows(), ORDERS));

    private static final List<LakeTable> TABLES = List.of(
            LakeTable.EXECUTION_REPORT,
            LakeTable.TRADE,
            LakeTable.STOCK_LEVEL,
            LakeTable.TOP_OF_BOOK,
            LakeTable.DEMAND,
            LakeTable.USAGE);
    private static final String DAY = "2026-03-04";
    private static final Map<String, Map<String, String>> PARAMETERS = parameters();

    private static final double HOURLY_MIN = 5;

    /** The smaller the day, the less of it is saved; what was measured tells lake/README.md. */
    private static final double MINUTELY_MIN = ORDERS < 4_000_000 ? 38 : 50;

    @TempDir
    static Path lakes;

    private static Athena athena;

    @BeforeAll
    static void start() throws IOException {
        athena = Athena.start(lakes, SMALL_FILE, MERGE_DISTANCE);
        Path written = lakes.resolve("written");
        MarketDay.write(written, ORDERS);
        Path merged = gather(written, "merged");
        MergeReport report = LakeMerge.of(merged, SETTINGS).closedDays(Long.MAX_VALUE, System.currentTimeMillis());
        assertThat(report.problems()).isEmpty();
        copies(merged, "hourly", "strftime(ts, '%H')", "zstd");
        copies(merged, "minutely", "strftime(ts, '%H%M')", "snappy");
        for (String lake : List.of("merged", "hourly", "minutely")) {
            new LakeLists(new org.apache.flink.core.fs.Path(lakes.resolve(lake).toUri()), "local:///" + lake)
                    .round(LocalDate.MIN);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (athena != null) {
            athena.close();
        }
    }

    /** Puts the files of all hours into one lake. */
    private static Path gather(Path written, String name) throws IOException {
        Path root = lakes.resolve(name);
        for (LakeTable table : TABLES) {
            Path day = Files.createDirectories(day(root, table));
            for (Path part : files(written)) {
                if (Files.isDirectory(day(part, table))) {
                    for (Path file : files(day(part, table))) {
                        Files.move(file, day.resolve("part-" + part.getFileName() + "-" + file.getFileName()));
                    }
                }
            }
        }
        return root;
    }

    private static Path day(Path root, LakeTable table) {
        return root.resolve(table.tableName() + "/dt=" + DAY);
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    /** The same rows in the order of time, a file for each part of an hour; of an hour at once, to spare memory. */
    private static void copies(Path merged, String name, String part, String codec) throws IOException {
        for (LakeTable table : TABLES) {
            Path day = Files.createDirectories(day(lakes.resolve(name), table));
            for (int hour = 0; hour < 24; hour++) {
                Path parts = lakes.resolve("parts-" + name + "-" + table.tableName() + "-" + hour);
                try (LakeQueries queries = LakeQueries.open(merged)) {
                    queries.ask("COPY (SELECT * EXCLUDE dt, " + part + " AS part FROM " + table.tableName()
                            + " WHERE hour(ts) = " + hour + " ORDER BY part, ts) TO '" + parts
                            + "' (FORMAT parquet, COMPRESSION " + codec + ", PARTITION_BY (part))");
                }
                moveInto(day, parts);
            }
        }
    }

    private static void moveInto(Path day, Path parts) throws IOException {
        if (!Files.isDirectory(parts)) {
            return;
        }
        for (Path folder : files(parts)) {
            for (Path file : files(folder)) {
                Files.move(file, day.resolve(folder.getFileName() + "-" + file.getFileName()));
            }
        }
    }

    private static Map<String, Map<String, String>> parameters() {
        Map<String, String> day = Map.of("from", DAY, "to", DAY);
        Map<String, String> symbol = Map.of("from", DAY, "to", DAY, "symbol", MarketDay.SYMBOL);
        Map<String, Map<String, String>> parameters = new LinkedHashMap<>();
        for (String view : List.of(
                "match", "no_match_buy", "no_match_sell", "no_match_other", "order_history", "counted_trades")) {
            parameters.put(view, Map.of());
        }
        parameters.put("history_of_order", Map.of("orderId", MarketDay.ORDER));
        parameters.put("bars", symbol);
        parameters.put("spread", symbol);
        parameters.put("fill_ratio", day);
        parameters.put("stock_at_seq", Map.of("symbol", MarketDay.SYMBOL, "seq", "1000"));
        parameters.put("stock_at_time", Map.of("time", DAY + " 12:00:00"));
        parameters.put("top_products", day);
        parameters.put("bought_together", symbol);
        parameters.put("cost_units", day);
        parameters.put("lost_sales", Map.of());
        parameters.put("usage_per_account", day);
        return parameters;
    }

    @Test
    void everyQueryKeepsItsBudget() throws IOException {
        assertThat(PARAMETERS.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        NamedQuery.all().stream().map(NamedQuery::name).toList());
        List<String> over = new ArrayList<>();
        for (NamedQuery query : NamedQuery.all()) {
            long bytes = athena.bytes("merged", query.name(), PARAMETERS.get(query.name()));
            long stored = 0;
            for (String table : query.budget().tables()) {
                stored += TABLES.contains(LakeTable.valueOf(table.toUpperCase(Locale.ROOT)))
                        ? stored(LakeTable.valueOf(table.toUpperCase(Locale.ROOT)))
                        : 0;
            }
            System.out.printf("%s read %d of %d bytes, %.1f %%%n", query.name(), bytes, stored, 100.0 * bytes / stored);
            if (bytes * 100 > stored * query.budget().percent()) {
                over.add(query.name() + " read " + bytes + " of " + stored + " bytes, more than "
                        + query.budget().percent() + " %");
            }
        }
        assertThat(over).isEmpty();
    }

    private static long stored(LakeTable table) throws IOException {
        long bytes = 0;
        for (Path file : new LakeFiles(lakes.resolve("merged")).of(table)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    @Test
    void mergedDaysAreReadForAFractionOfWhatOtherFilesTake() throws IOException {
        Map<String, Double> hourly = new LinkedHashMap<>();
        Map<String, Double> minutely = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, String>> query : PARAMETERS.entrySet()) {
            String name = query.getKey();
            double bytes = Math.max(1, athena.bytes("merged", name, query.getValue()));
            hourly.put(name, athena.bytes("hourly", name, query.getValue()) / bytes);
            minutely.put(name, athena.bytes("minutely", name, query.getValue()) / bytes);
            System.out.printf("%s: hourly %.1f, minutely %.1f times%n", name, hourly.get(name), minutely.get(name));
        }
        double hourlyMean = geometricMean(hourly);
        double minutelyMean = geometricMean(minutely);
        System.out.printf("geometric means: hourly %.1f, minutely %.1f times%n", hourlyMean, minutelyMean);
        assertThat(hourlyMean).as("times the bytes of hourly files, unsorted").isGreaterThanOrEqualTo(HOURLY_MIN);
        assertThat(minutelyMean).as("times the bytes of files of a minute").isGreaterThanOrEqualTo(MINUTELY_MIN);
    }

    private static double geometricMean(Map<String, Double> times) {
        double logarithms = 0;
        for (double value : times.values()) {
            logarithms += Math.log(value);
        }
        return Math.exp(logarithms / times.size());
    }
}
