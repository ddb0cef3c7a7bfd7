package io.stockmate.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.connectors.kinesis.OutgoingRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.PlatformSettings;
import io.stockmate.local.platform.Streams;
import io.stockmate.local.postgres.LocalPostgres;
import io.stockmate.producers.DemoMarket;
import io.stockmate.producers.Submission;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both commands on what a platform left behind. */
class ReconcileAndReplayTest {
    private static final long MORNING = 1_767_261_600_000L;

    @TempDir
    private Path directory;

    private String output = "";

    @Test
    void marketThatEndedInOrderIsCleanAndADamagedOneIsNot() throws Exception {
        Path data = directory.resolve("data");
        PlatformSettings settings =
                PlatformSettings.onFreePorts(data).withBooks().withCheckpointInterval(Duration.ofMillis(500));
        try (Platform platform = Platform.start(settings)) {
            put(platform, submissions());
            OddRecords.put(platform, Streams.COMMANDS, symbols());
            platform.awaitMatched();
            assertThat(platform.records(Streams.EVENTS))
                    .isGreaterThanOrEqualTo(submissions().size() + OddRecords.understood(symbols()));
            platform.awaitPlanned();
            assertThat(stockmate("reconcile", "--data-dir", data.toString())).isEqualTo(1);
            assertThat(output).contains("another platform runs on", "end it");
        }
        assertThat(stockmate("reconcile", "--plain", "--data-dir", data.toString()))
                .as(() -> output)
                .isZero();
        assertThat(output)
                .contains(
                        "violations=0 ",
                        "records=" + (submissions().size() + OddRecords.records(symbols())),
                        "dead_letters=" + OddRecords.DEAD,
                        "not_compared=0");
        booksThatAreAwayAreNotCompared(data);

        Path to = directory.resolve("to");
        replayThatFailsLeavesNothing(data, to);
        assertThat(stockmate("replay", "--plain", "--data-dir", data.toString(), "--to", to.toString()))
                .as(() -> output)
                .isZero();
        assertThat(output).contains("violations=0 symbols=");
        assertThat(stockmate("replay", "--data-dir", data.toString(), "--to", to.toString()))
                .isEqualTo(1);
        assertThat(output).contains("not empty");

        changesAreTold(data);
        versionsAreCompared(data.resolve("lake").toString());

        Path accepted = CountingFile.of(data.resolve("lake/accepted"));
        byte[] rows = Files.readAllBytes(accepted);
        Files.delete(accepted);
        assertThat(stockmate("reconcile", "--plain", "--data-dir", data.toString()))
                .isEqualTo(1);
        assertThat(output).contains("Accepted has no row in the lake");
        assertThat(stockmate(
                        "replay",
                        "--plain",
                        "--data-dir",
                        data.toString(),
                        "--to",
                        directory.resolve("other").toString()))
                .isEqualTo(1);
        assertThat(output).contains("the first difference is ", "in the lake: no such event", "rebuilt: ");

        Files.write(accepted, rows);
        OddRecords.forgetAPart(data.resolve("lake/command"));
        assertThat(stockmate("reconcile", "--plain", "--data-dir", data.toString()))
                .isEqualTo(1);
        assertThat(output).contains("violations=1 ", "a command that has no row in the log");
        wrongRowsOfReadModelsAreNamed(data);
    }

    private void booksThatAreAwayAreNotCompared(Path data) throws IOException {
        Path moved = Files.move(data.resolve("postgres"), directory.resolve("moved"));
        assertThat(stockmate("reconcile", "--plain", "--data-dir", data.toString()))
                .isEqualTo(1);
        assertThat(output).contains("(13) is not compared: there is no database in", "violations=0 ", "not_compared=3");
        Files.move(moved, data.resolve("postgres"));
    }

    private void wrongRowsOfReadModelsAreNamed(Path data) throws Exception {
        try (LocalPostgres postgres = LocalPostgres.start(data.resolve("postgres"), 0);
                Connection owner = postgres.connection(LocalPostgres.OWNER);
                Statement statement = owner.createStatement()) {
            statement.execute("update view.stock_level set on_hand = on_hand + 1 where (symbol, account) ="
                    + " (select symbol, account from view.stock_level order by 1, 2 limit 1)");
            statement.execute("insert into billing.usage (identifier, symbol, account, meter, hour, value)"
                    + " values ('none', 'AMZN', 'ANN', 'ORDERS', '2026-01-01', 1)");
        }
        assertThat(stockmate("reconcile", "--plain", "--data-dir", data.toString()))
                .isEqualTo(1);
        assertThat(output).contains("violations=3 ", "usage none: follows from nothing", "stock_level ", "onHand=");
    }

    private void replayThatFailsLeavesNothing(Path data, Path to) throws IOException {
        String from = data.toString();
        assertThat(stockmate("replay", "--data-dir", from, "--symbol", "NOWHERE", "--to", to.toString()))
                .isEqualTo(1);
        assertThat(output).contains("holds no such command");
        assertThat(to).doesNotExist();

        Files.createDirectory(to);
        assertThat(stockmate("replay", "--data-dir", from, "--until", "1", "--to", to.toString()))
                .isEqualTo(1);
        assertThat(output).contains("holds no such command");
        assertThat(stockmate("replay", "--from-lake", data.resolve("streams").toString(), "--to", to.toString()))
                .isEqualTo(1);
        assertThat(to).isEmptyDirectory();

        Path file = Files.createFile(directory.resolve("file"));
        assertThat(stockmate("replay", "--data-dir", from, "--to", file.toString()))
                .isEqualTo(1);
        assertThat(output).contains("--to " + file + " is a file: name a new directory");

        Path inside = data.resolve("lake/rebuilt");
        assertThat(stockmate("replay", "--data-dir", from, "--to", inside.toString()))
                .isEqualTo(1);
        assertThat(output).contains("--to " + inside + " lies in the lake that is read");
        assertThat(inside).doesNotExist();
    }

    private void changesAreTold(Path data) {
        String from = data.toString();
        assertThat(stockmate("whatif", "--plain", "--data-dir", from)).isZero();
        assertThat(output).contains(" diverging_symbols=0 ");

        Path kept = directory.resolve("kept");
        assertThat(stockmate(
                        "whatif",
                        "--plain",
                        "--data-dir",
                        from,
                        "--set",
                        "AMZN.maxOrderQty=1",
                        "--to",
                        kept.toString()))
                .as(() -> output)
                .isZero();
        assertThat(output).contains(" diverging_symbols=1 ", "AMZN differs at seq ", "as it was: ", "changed: ");
        String definition = "select body like '%\"maxOrderQty\":1,%' as n from accepted where kind = 'DefineInstrument'"
                + " and symbol = 'AMZN'";
        assertThat(stockmate("query", "--format", "csv", "--data-dir", kept.toString(), definition))
                .isZero();
        assertThat(output).contains("true").doesNotContain("false");

        Path none = directory.resolve("none");
        assertThat(stockmate("whatif", "--data-dir", from, "--set", "AMZN.lotSize=0", "--to", none.toString()))
                .isEqualTo(1);
        assertThat(output).contains("the market refuses AMZN's definition so changed");
        assertThat(none).doesNotExist();
        assertThat(stockmate("whatif", "--data-dir", from, "--without-account", "nobody"))
                .isEqualTo(1);
        assertThat(output).contains("--without-account nobody concerns no command of this log");
        assertThat(stockmate("whatif", "--data-dir", from, "--set", "AMZN")).isEqualTo(1);
        assertThat(output).contains("write it as SYMBOL.FIELD=VALUE");
    }

    private void versionsAreCompared(String lake) throws IOException {
        assertThat(shadow(lake, OtherVersion.equal())).as(() -> output).isZero();
        assertThat(output).contains("symbols=" + symbols().size(), " differing_symbols=0 failing_symbols=0 problems=0");

        assertThat(shadow(lake, OtherVersion.shouting(directory.resolve("other.jar"))))
                .isEqualTo(1);
        assertThat(output)
                .contains(
                        "the versions differ first at AAPL seq 1",
                        "{\"symbol\":\"AAPL\",\"seq\":1,\"current\":{\"type\":\"Accepted\",",
                        "\"candidate\":{\"type\":\"Accepted\",");

        assertThat(shadow(lake, List.of("--jar", directory.resolve("none.jar").toString())))
                .isEqualTo(2);
        assertThat(output).contains("there is no jar").hasLineCount(1);
        assertThat(shadow(lake, List.of())).isEqualTo(2);
        assertThat(shadow(directory.resolve("none").toString(), OtherVersion.equal()))
                .isEqualTo(2);
        assertThat(output).contains("no lake in").hasLineCount(1);
    }

    private int shadow(String lake, List<String> jars) {
        List<String> arguments = new ArrayList<>(List.of("shadow", "--plain", "--from-lake", lake));
        arguments.addAll(jars);
        return stockmate(arguments.toArray(String[]::new));
    }

    private static List<Submission> submissions() {
        DemoMarket demo = new DemoMarket(3, 400, "test");
        List<Submission> submissions = new ArrayList<>();
        for (int step = 0; step < 12; step++) {
            submissions.addAll(demo.step(MORNING + step * 100L, List.of()));
        }
        return submissions;
    }

    private static List<String> symbols() {
        return submissions().stream()
                .map(Submission::partitionKey)
                .filter(key -> key.matches("[A-Z]+(-\\d+)?"))
                .distinct()
                .sorted()
                .toList();
    }

    private static void put(Platform platform, List<Submission> submissions) throws Exception {
        CommandCodec codec = new CommandCodec();
        List<OutgoingRecord> records = submissions.stream()
                .map(submission -> new OutgoingRecord(submission.partitionKey(), submission.data(codec)))
                .toList();
        try (KinesisProducer producer = KinesisProducer.open(platform.streams(), Streams.COMMANDS)) {
            producer.put(records);
        }
        platform.awaitMatched();
        assertThat(platform.records(Streams.EVENTS)).isGreaterThanOrEqualTo(records.size());
    }

    private int stockmate(String... arguments) {
        StringWriter written = new StringWriter();
        PrintWriter out = new PrintWriter(written, true);
        int status = Stockmate.execute(out, out, arguments);
        output = written.toString();
        return status;
    }
}
