package io.stockmate.benchmarks.lake;

import io.stockmate.lake.Answer;
import io.stockmate.lake.LakeMerge;
import io.stockmate.lake.LakeQueries;
import io.stockmate.lake.LakeRow;
import io.stockmate.lake.LakeWriter;
import io.stockmate.lake.MergeReport;
import io.stockmate.lake.MergeSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trades over a day and a half of book time, as jobs write them and merging keeps them. */
final class DaysBench {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long SPAN = Duration.ofHours(36).toMillis();
    private static final long FILE_BYTES = 128L << 20;
    private static final LocalDate CLOSED =
            LocalDate.ofInstant(Instant.ofEpochMilli(MarketRows.OPENS_AT), ZoneOffset.UTC);

    private final Path lake;
    private final LakeMerge merge;
    private long filesOpen;
    private long nanos;
    private long nanosMax;

    DaysBench(Path lake) {
        this.lake = lake;
        this.merge = LakeMerge.of(lake, MergeSettings.DEFAULT.withKeep(Duration.ZERO));
    }

    MergedDays run(long rows) throws IOException {
        MarketRows market = new MarketRows(rows, SPAN);
        long now = MarketRows.OPENS_AT;
        try (LakeWriter writer = LakeWriter.create(lake)) {
            for (long row = 0; row < rows; row++) {
                LakeRow trade = market.nextTrade();
                if (trade.ts() / MINUTE > now / MINUTE) {
                    writer.checkpoint();
                }
                if (trade.ts() / HOUR > now / HOUR) {
                    merge(trade.ts());
                }
                now = trade.ts();
                writer.put(trade);
            }
        }
        merge(MarketRows.OPENS_AT + SPAN + HOUR);
        long[] closed = recordsBytesAndFiles(CLOSED);
        return new MergedDays(
                (double) closed[1] / closed[0],
                closed[2],
                Math.max(1, closed[1] / FILE_BYTES),
                filesOpen,
                HOUR / MINUTE,
                nanos / 1e9,
                nanosMax / 1e9);
    }

    private void merge(long bookTimeMs) throws IOException {
        long before = System.nanoTime();
        MergeReport report = merge.round(bookTimeMs, System.currentTimeMillis());
        long took = System.nanoTime() - before;
        nanos += took;
        nanosMax = Math.max(nanosMax, took);
        if (!report.problems().isEmpty()) {
            throw new IOException("not merged: " + report.problems());
        }
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(bookTimeMs - HOUR), ZoneOffset.UTC);
        filesOpen = Math.max(filesOpen, recordsBytesAndFiles(day)[2]);
    }

    private long[] recordsBytesAndFiles(LocalDate day) {
        try (LakeQueries queries = LakeQueries.open(lake);
                Answer answer = queries.ask("cost_units", Map.of("from", day.toString(), "to", day.toString()))) {
            List<@Nullable Object> row = answer.rows().get(0);
            return new long[] {number(row.get(2)), number(row.get(3)), number(row.get(4))};
        }
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
