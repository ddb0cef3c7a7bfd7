package io.stockmate.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.jdbc.PostingStatement;
import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Transfer;
import io.stockmate.core.message.TransferReason;
import io.stockmate.local.billing.BillingDesk;
import io.stockmate.local.books.LedgerWatch;
import io.stockmate.local.postgres.LocalPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands that read the books, on a database with two trades in it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class BooksCommandsTest {
    @TempDir
    private static Path directory;

    private static LocalPostgres postgres;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void book() throws Exception {
        postgres = LocalPostgres.start(directory.resolve("postgres"), 0);
        announce(postgres.uri().toString());
        PostingStatement posting = new PostingStatement();
        try (Connection writer = postgres.connection(LocalPostgres.WRITER);
                PreparedStatement statement = writer.prepareStatement(posting.query())) {
            for (Transaction trade : List.of(trade(7, 2, 10_0000), trade(9, 3, 10_2500))) {
                posting.statement(statement, trade);
                statement.executeUpdate();
            }
        }
    }

    @AfterAll
    static void close() throws Exception {
        postgres.close();
    }

    /** ANN buys of SHOP. */
    private static Transaction trade(long seq, long qty, long price) {
        String id = "MUG-" + seq;
        return Transaction.of(List.of(
                transfer(id, 1, seq, "EUR", "ANN/cash", "SHOP/cash", qty * price),
                transfer(id, 2, seq, "#MUG", "SHOP/goods", "ANN/goods", qty)));
    }

    private static Transfer transfer(String id, int n, long seq, String unit, String from, String to, long amount) {
        return new Transfer(
                "MUG",
                seq,
                1_772_445_600_000L + seq,
                id,
                id + "-" + n,
                unit,
                from,
                to,
                amount,
                TransferReason.TRADE,
                "MUG-T-" + seq,
                null,
                Absent.NUMBER);
    }

    /** As a platform does that runs in this process. */
    private static void announce(String books) throws Exception {
        ProcessHandle process = ProcessHandle.current();
        Files.writeString(
                directory.resolve("platform.json"),
                """
                {"pid":%d,"startedAt":%d,"webUi":"http://127.0.0.1:1","kinesis":"http://127.0.0.1:2",\
                "firehose":"http://127.0.0.1:3"%s}
                """
                        .formatted(
                                process.pid(),
                                process.info().startInstant().orElseThrow().toEpochMilli(),
                                books.isEmpty() ? "" : ",\"postgres\":\"" + books + "\""));
    }

    @Test
    @Order(1)
    void statementShowsWhatWasBookedWithTheRunningBalance() {
        assertThat(stockmate("statement", "ANN", "--unit", "EUR")).isZero();
        assertThat(words())
                .containsSequence("2026-03-02 10:00:00.007 MUG-7 TRADE MUG-T-7 ANN/cash EUR -20 -20")
                .containsSequence("2026-03-02 10:00:00.009 MUG-9 TRADE MUG-T-9 ANN/cash EUR -30.75 -50.75")
                .contains("ANN/cash LIABILITY EUR 2 -50.75")
                .noneMatch(line -> line.contains("#MUG"));
    }

    @Test
    @Order(2)
    void statementOfOneAccountLeavesTheOthersOut() {
        assertThat(stockmate("statement", "SHOP/goods")).isZero();
        assertThat(words())
                .contains("SHOP/goods LIABILITY #MUG 2 -5")
                .noneMatch(line -> line.contains("EUR") || line.contains("ANN"));
    }

    @Test
    @Order(3)
    void whereNothingIsBookedTheStatementSaysSoAndFails() {
        assertThat(stockmate("statement", "ann")).isNotZero();
        assertThat(err.toString()).contains("nothing is booked for ann").hasLineCount(1);
    }

    @Test
    @Order(4)
    void balanceIsZeroInEveryUnit() {
        assertThat(stockmate("balance")).isZero();
        assertThat(words())
                .containsSubsequence("#MUG 4 5 5 0", "EUR 4 50.75 50.75 0", "The books balance: 0 in each of 2 units.");
    }

    @Test
    @Order(5)
    void booksThatWereChangedBehindTheirChecksAreNotedByUnit() throws Exception {
        try (Connection owner = postgres.connection(LocalPostgres.OWNER);
                Statement statement = owner.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("delete from ledger.posting where transaction_id = 'MUG-7' and account = 'ANN/cash'");
        }
        assertThat(stockmate("balance")).isNotZero();
        assertThat(words()).contains("EUR 3 50.75 30.75 20");
        assertThat(err.toString()).contains("the books do not balance in EUR:").hasLineCount(1);
    }

    @Test
    @Order(6)
    void statusNamesEachPartThatIsBroken() {
        assertThat(stockmate("status", "--plain")).isEqualTo(1);
        assertThat(words())
                .anySatisfy(
                        line -> assertThat(line).startsWith("Flink BROKEN the web UI at http://127.0.0.1:1 does not"))
                .anySatisfy(line -> assertThat(line).startsWith("Kinesis BROKEN the endpoint at http://127.0.0.1:2 "))
                .anySatisfy(line -> assertThat(line).startsWith("Firehose BROKEN nobody listens at http://127.0.0.1:3"))
                .anySatisfy(line -> assertThat(line).startsWith("books BROKEN do not balance in EUR"))
                .anySatisfy(line -> assertThat(line).matches("status=broken broken=4 watch=[01] checks=5"));
    }

    @Test
    @Order(7)
    void aPlatformWithoutBooksIsToldFromOneWithThem() throws Exception {
        announce("");
        assertThat(stockmate("balance")).isNotZero();
        assertThat(err.toString()).contains("runs without books").hasLineCount(1);
        announce(postgres.uri().toString());
    }

    @Test
    @Order(8)
    @Timeout(30)
    void watchAndBillingThatHangDoNotKeepThePlatformFromEnding() {
        CountDownLatch never = new CountDownLatch(1);
        LongSupplier hangs = () -> {
            try {
                never.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return 0;
        };
        LedgerWatch watch = LedgerWatch.start(postgres, hangs);
        BillingDesk desk = BillingDesk.open(postgres, hangs, Instant.EPOCH);

        watch.close();
        desk.close();

        assertThat(watch.seen()).isEmpty();
        assertThat(desk.billed()).isZero();
        never.countDown();
    }

    @Test
    @Order(9)
    void statusNamesADatabaseThatIsAway() throws Exception {
        announce("postgresql://127.0.0.1:9/stockmate");
        assertThat(stockmate("status", "--plain")).isEqualTo(1);
        assertThat(words()).anySatisfy(line -> assertThat(line)
                .startsWith("books BROKEN Postgres at postgresql://127.0.0.1:9/stockmate does not answer"));
    }

    private int stockmate(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--data-dir", directory.toString()));
        return Stockmate.execute(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    }

    /** Lines of the output, their columns one blank apart. */
    private List<String> words() {
        return out.toString()
                .lines()
                .map(line -> line.strip().replaceAll(" +", " "))
                .toList();
    }
}
