package io.stockmate.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.market.MarketRules;
import io.stockmate.local.TypedCommand;
import io.stockmate.local.postgres.LocalPostgres;
import io.stockmate.pipelines.reconcile.Reconciliation;
import io.stockmate.pipelines.reconcile.Verdict;
import io.stockmate.pipelines.reconcile.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that went on from another, is killed, and is started again on its directory has lost nothing, doubled nothing
 * and changed nothing.
 */
@Timeout(600)
class KilledRunTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String OUTPUT = "output.txt";
    private static final long CHAIN_START =
            MarketRules.of(List.of("OPS"), MarketRules.CORRECTABLE_MS_DEFAULT).hash();

    @TempDir
    private Path directory;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endWhatWasStarted() throws Exception {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
        LocalPostgres.endOrphan(DataDirectory.of(directory.resolve("data")).postgres());
    }

    @Test
    void killedRunGoesOnWithoutGapOrRepeat() throws Exception {
        // Enough for state that does not fit into the snapshot's own file.
        TypedCommand first =
                TypedCommand.run(command("--duration", "5s", "--rate", "1000").toArray(String[]::new));
        assertThat(first.status()).as(first::output).isZero();

        Process killed = start("--duration", "10m", "--rate", "200");
        awaitCheckpoints(killed, 1);
        Thread.sleep(1_500);
        killed.destroyForcibly().waitFor();

        assertThat(postgres())
                .as("a killed run's server, which the next ends and takes the place of")
                .exists();
        Process last = start("--duration", "3s", "--rate", "200");
        assertThat(last.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("ends by itself: %s", output())
                .isTrue();
        assertThat(last.exitValue()).as(output()).isZero();
        assertThat(output()).contains("postgresql://reader@127.0.0.1:");
        assertThat(postgres()).doesNotExist();

        PublishedEvents events = PublishedEvents.read(directory.resolve("data"), CHAIN_START);
        assertThat(events.symbols()).isGreaterThanOrEqualTo(3);
        assertThat(events.count()).isGreaterThan(2_000);
        events.assertWhole();
        events.assertInLakeOnce();
        assertThat(broken()).isEmpty();
        damageReadModels();
        assertThat(broken())
                .hasSize(3)
                .anyMatch(text -> text.contains("order_status ") && text.contains("cumQty="))
                .anyMatch(text -> text.contains("stock_level ") && text.contains("is missing"))
                .anyMatch(text -> text.contains("top_of_book ") && text.contains("follows from nothing"));
    }

    /** One wrong row, one that is missing, and one too many. */
    private void damageReadModels() throws Exception {
        try (LocalPostgres postgres = LocalPostgres.start(
                        DataDirectory.of(directory.resolve("data")).postgres(), 0);
                Connection owner = postgres.connection(LocalPostgres.OWNER);
                Statement statement = owner.createStatement()) {
            statement.execute("update view.order_status set cum_qty = cum_qty + 1 where order_id ="
                    + " (select min(order_id) from view.order_status where list_id is null)");
            statement.execute("delete from view.stock_level where (symbol, account) ="
                    + " (select symbol, account from view.stock_level order by 1, 2 limit 1)");
            statement.execute("insert into view.top_of_book (symbol, seq, ts) values ('NONE', 1, now())");
        }
    }

    /** By all that reconcile checks; the books' database was there to be compared. */
    private List<String> broken() throws Exception {
        try (StillMarket market = StillMarket.open(DataDirectory.of(directory.resolve("data")))) {
            Verdict verdict = Reconciliation.of(market, StillMarket.rules(), directory.resolve("scratch"));
            assertThat(verdict.accounts().transfers()).isPositive();
            assertThat(verdict.notCompared()).isEmpty();
            return verdict.violations().stream().map(Violation::text).toList();
        }
    }

    private Path postgres() {
        return DataDirectory.of(directory.resolve("data")).postgres().resolve("server/postmaster.pid");
    }

    private Process start(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.time=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.stockmate.local.Stockmate"));
        command.addAll(command(more));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(OUTPUT).toFile())
                .start();
        started.add(process);
        return process;
    }

    private List<String> command(String... more) throws IOException {
        String data = directory.resolve("data").toString();
        List<String> command = new ArrayList<>(
                List.of("run", "--plain", "--port-base", Integer.toString(FreePorts.base()), "--data-dir", data));
        command.addAll(List.of(more));
        return command;
    }

    /** Waits for complete checkpoints, so that the kill falls between two. */
    private void awaitCheckpoints(Process process, int least) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (completeCheckpoints() < least) {
            assertThat(process.isAlive()).as(output()).isTrue();
            assertThat(System.nanoTime())
                    .as("no checkpoint within %s", PATIENCE)
                    .isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private long completeCheckpoints() throws IOException {
        Path checkpoints = DataDirectory.of(directory.resolve("data")).checkpoints("matching");
        if (Files.notExists(checkpoints)) {
            return 0;
        }
        try (Stream<Path> tree = Files.find(checkpoints, 4, (path, attributes) -> path.endsWith("_metadata"))) {
            return tree.count();
        } catch (UncheckedIOException vanished) {
            return 0;
        }
    }

    private String output() throws IOException {
        return Files.readString(directory.resolve(OUTPUT));
    }
}
