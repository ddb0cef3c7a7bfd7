package io.stockmate.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Cause;
import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.LogEntry;
import io.stockmate.lake.LakeRow;
import io.stockmate.lake.LakeWriter;
import io.stockmate.local.CommandFailed;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MergeCommandTest {
    private static final long NOON = Instant.parse("2026-03-04T12:00:00Z").toEpochMilli();
    private static final long NEXT_NOON = NOON + Duration.ofDays(1).toMillis();

    @TempDir
    Path lake;

    private final StringWriter out = new StringWriter();

    @Test
    void closedDaysAndTheHoursOfTheOpenOneAreMergedOnce() throws Exception {
        try (LakeWriter writer = LakeWriter.create(lake)) {
            writer.put(log(NOON));
            writer.put(log(NEXT_NOON));
            writer.put(demand(NOON));
            writer.put(demand(NEXT_NOON));
        }

        assertThat(merge()).isZero();
        assertThat(out).hasToString("days=2 files=2 into=2 rows=2 removed=0 problems=0\n");
        assertThat(merge()).isZero();
        assertThat(out).hasToString("days=0 files=0 into=0 rows=0 removed=0 problems=0\n");
    }

    @Test
    void aDayThatCannotBeMergedIsNamed() throws Exception {
        try (LakeWriter writer = LakeWriter.create(lake)) {
            writer.put(log(NEXT_NOON));
        }
        Path day = Files.createDirectories(lake.resolve("trade/dt=2026-03-04"));
        Files.writeString(day.resolve("part-0.parquet"), "no Parquet");

        assertThat(merge()).isEqualTo(1);
        assertThat(out.toString())
                .startsWith("trade/dt=2026-03-04 stays as it is: ")
                .endsWith("\ndays=0 files=0 into=0 rows=0 removed=0 problems=1\n");
    }

    @Test
    void withoutALogNoDayIsKnownToBeClosed() throws Exception {
        try (LakeWriter writer = LakeWriter.create(lake)) {
            writer.put(demand(NOON));
        }
        StringWriter failure = new StringWriter();
        CommandLine command = new CommandLine(new MergeCommand())
                .setExecutionExceptionHandler((exception, line, parsed) -> {
                    assertThat(exception).isInstanceOf(CommandFailed.class);
                    failure.append(exception.getMessage());
                    return 1;
                });

        assertThat(command.execute("--from-lake", lake.toString())).isEqualTo(1);
        assertThat(failure.toString()).contains("has no log");
    }

    private int merge() {
        out.getBuffer().setLength(0);
        return new CommandLine(new MergeCommand())
                .setOut(new PrintWriter(out, true))
                .execute("--plain", "--from-lake", lake.toString());
    }

    private static LakeRow log(long ts) {
        byte[] data = "{}".getBytes(StandardCharsets.UTF_8);
        return new LakeRow.OfCommand(new LogEntry(1, new Cause("shard", "1", 0, ts), "SKU-1", "SKU-1", data), ts);
    }

    private static LakeRow demand(long ts) {
        return new LakeRow.OfDemand(DemandDay.ofSymbol("SKU-1", ts, 1, ts, 0, 0));
    }
}
