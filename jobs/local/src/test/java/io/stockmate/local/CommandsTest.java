package io.stockmate.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.connectors.kinesis.OutgoingRecord;
import io.stockmate.connectors.wire.AlertCodec;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.message.SuggestedAction;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.PlatformSettings;
import io.stockmate.local.platform.Streams;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as they are typed beside a running platform. */
final class CommandsTest {
    private static final String DEFINITION =
            """
            {"type":"DefineInstrument","symbol":"MUG","account":"OPS","name":"Mug","currency":"EUR","tickSize":"0.01",\
            "lotSize":1,"maxOrderQty":1000,"leadTimeDays":0,"tracksStock":false}
            """;

    @TempDir
    private static Path directory;

    private static Platform platform;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start(
                PlatformSettings.onFreePorts(directory.resolve("data")).withCheckpointInterval(Duration.ofSeconds(1)));
        put(DEFINITION
                + order("s1", "BOB", "SELL", 5, "10.50")
                + order("b1", "ANN", "BUY", 7, "10.50")
                + order("b2", "ANN", "BUY", 3, "10.40"));
    }

    @AfterAll
    static void stop() throws Exception {
        platform.close();
    }

    @Test
    void putPrintsTheEventsOfItsCommands() throws Exception {
        Outcome outcome = put(order("p1", "ANN", "BUY", 1, "1.00"));
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("1 record put.", "NEW ANN p1 BUY 1 @ 1, 1 left, NEW");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void putFailsWhereMatchingRefuses() throws Exception {
        Outcome outcome = put(order("p2", "ANN", "BUY", 1, "1.00") + order("p3", "ANN", "BUY", 1, "0.001"));
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).contains("NEW ANN p2", "REJECTED ANN p3");
        assertThat(outcome.err()).isEqualTo("stockmate: refused: line 2, see above\n");
    }

    @Test
    void putSaysWhyALineIsADeadLetter() throws Exception {
        Outcome outcome = put("{\n");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("line 1: MALFORMED: ", "stockmate: 1 of 1 lines became dead letters");
    }

    @Test
    void putWithoutWaitingSaysOnlyWhatItPut() throws Exception {
        Path file = Files.writeString(directory.resolve("nowait"), order("p4", "ANN", "BUY", 1, "1.00"));
        Outcome outcome = Outcome.of("put", file.toString(), "--no-wait", "--data-dir", data());
        assertThat(outcome).isEqualTo(new Outcome(0, "1 record put.\n", ""));
    }

    @Test
    void putOfNothingIsAMistake() throws Exception {
        Path file = Files.writeString(directory.resolve("empty"), "\n \n");
        Outcome outcome = Outcome.of("put", file.toString(), "--data-dir", data());
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains(file + " holds no line");
    }

    @Test
    void bookShowsBothSides() {
        Outcome outcome = Outcome.of("book", "MUG", "--data-dir", data());
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out().lines().toList())
                .anyMatch(line -> line.matches(" *1 +2 +10\\.50 +\\|"))
                .anyMatch(line -> line.matches(" *1 +3 +10\\.40 +\\|"));
    }

    @Test
    void bookOfAnUnknownSymbolSaysHowToFindOne() {
        Outcome outcome = Outcome.of("book", "NOPE", "--data-dir", data());
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err())
                .startsWith("stockmate: nothing is known of NOPE")
                .hasLineCount(1);
    }

    @Test
    void orderShowsAllReportsOfAnOrder() {
        Outcome outcome = Outcome.of("order", "ANN", "MUG", "b1", "--data-dir", data());
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).contains("NEW ANN b1 BUY 7 @ 10.5, 7 left, NEW"),
                        line -> assertThat(line)
                                .contains("TRADE ANN b1 BUY 7 @ 10.5, 5 @ 10.5, 2 left, PARTIALLY_FILLED"));
    }

    @Test
    void queryReadsTheLakeWhileThePlatformRuns() throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        Outcome outcome;
        do {
            Thread.sleep(200);
            outcome = Outcome.of(
                    "query", "select qty, price from trade where symbol = 'MUG'", "--plain", "--data-dir", data());
        } while (!outcome.out().contains("10.5") && System.nanoTime() < deadline);
        assertThat(outcome).isEqualTo(new Outcome(0, "qty\tprice\n5\t10.5000\n", ""));
    }

    @Test
    void explainReplaysAnAlertAndAsksTheLakeForItsNumbers() throws Exception {
        put((DEFINITION
                        + order("j1", "BOB", "SELL", 5, "10.00")
                        + order("j2", "ANN", "BUY", 5, "10.00")
                        + order("j3", "BOB", "SELL", 5, "11.00")
                        + order("j4", "ANN", "BUY", 5, "11.00"))
                .replace("\"MUG\"", "\"JUG\""));
        // The jobs' sinks commit on their own: an alert may be in the lake before what it is about.
        String sql = "select alertId from alert where symbol = 'JUG' and kind = 'PRICE_CHANGE'"
                + " and (select count(*) from trade where symbol = 'JUG') = 2"
                + " and (select count(*) from command where symbol = 'JUG') = 5";
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        List<String> told;
        do {
            Thread.sleep(200);
            told = Outcome.of("query", sql, "--plain", "--data-dir", data())
                    .out()
                    .lines()
                    .toList();
        } while (told.size() < 2 && System.nanoTime() < deadline);
        assertThat(told).hasSize(2);
        Path page = directory.resolve("alert.html");
        Outcome outcome = Outcome.of("explain", told.get(1), "--html", page.toString(), "--data-dir", data());
        assertThat(outcome.status()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.out())
                .contains(
                        "PRICE_CHANGE in JUG", "observed  11", "expected  10", "the alert's numbers", "the same alert");
        assertThat(page).content().contains("<svg", "prefers-color-scheme").doesNotContain("<script", "http");
    }

    @Test
    void explainOfAnUnknownAlertSaysHowToFindOne() {
        Outcome outcome = Outcome.of("explain", "NOPE", "--data-dir", data());
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("no alert NOPE", "stockmate query").hasLineCount(1);
    }

    @Test
    void queryThatIsWrongIsOneLine() {
        Outcome outcome = Outcome.of("query", "select nonsense from trade", "--data-dir", data());
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("stockmate: ").hasLineCount(1);
    }

    @Test
    void savedQueryTakesItsParametersFromTheCommandLine() {
        assertThat(Outcome.of(
                        "query",
                        "stock_at_seq",
                        "--param",
                        "symbol=NOWHERE",
                        "--param",
                        "seq=1",
                        "--format",
                        "csv",
                        "--data-dir",
                        data()))
                .isEqualTo(new Outcome(0, "account,changedAt,onHand,allocated,available,onOrder\n", ""));
        assertThat(Outcome.of("query", "stock_at_seq", "--param", "symbol=NOWHERE", "--data-dir", data())
                        .err())
                .startsWith("stockmate: stock_at_seq wants to be told seq")
                .hasLineCount(1);
        assertThat(Outcome.of("query", "--list").out())
                .containsPattern("top_products +Which products .+\\? +from DATE = 2026-01-01, .*products BIGINT = 10");
    }

    @Test
    void answersAreCsvAndJsonWithExactNumbers() {
        String sql = "select 'a,\"b\"' t, cast(12.3400 as decimal(18,4)) d, null n, '' e, 7 i,"
                + " timestamp '2026-03-04 14:30:00' ts, true f";
        assertThat(Outcome.of("query", sql, "--format", "csv", "--data-dir", data())
                        .out())
                .isEqualTo("t,d,n,e,i,ts,f\n\"a,\"\"b\"\"\",12.3400,,\"\",7,2026-03-04 14:30:00.000,true\n");
        assertThat(Outcome.of("query", sql, "--format", "json", "--data-dir", data())
                        .out())
                .isEqualTo(
                        "{\"t\":\"a,\\\"b\\\"\",\"d\":12.3400,\"e\":\"\",\"i\":7,\"ts\":\"2026-03-04 14:30:00.000\",\"f\":true}\n");
    }

    @Test
    void approveOrdersWhatIsSuggestedAndNothingTwice() throws Exception {
        suggest(SuggestedAction.RELEASE, "MUG-S-1", null, Absent.NUMBER, 1, "CLEO");
        assertThat(Outcome.of("approve", "MUG-S-1", "--data-dir", data()).err())
                .isEqualTo("stockmate: CLEO has not bought MUG yet, so there is no usual price: give --price\n");
        for (String answer : List.of("12 are missing.", "approved before:")) {
            Outcome outcome = Outcome.of("approve", "MUG-S-1", "--price", "0.5", "--data-dir", data());
            assertThat(outcome.status()).as(outcome.err()).isZero();
            assertThat(outcome.out()).contains(answer, "NEW CLEO MUG-S-1 BUY 12 @ 0.5, 12 left, NEW");
        }
    }

    @Test
    void approveSaysWhatCannotBeApproved() throws Exception {
        suggest(SuggestedAction.CANCEL, "MUG-S-2", "MUG-4", 5_000);
        assertThat(Outcome.of("approve", "MUG-S-2", "--data-dir", data()).err())
                .startsWith("stockmate: MUG-S-2 is to CANCEL order MUG-4")
                .hasLineCount(1);
        assertThat(Outcome.of("approve", "MUG-S-3", "--data-dir", data()).err())
                .startsWith("stockmate: no suggestion MUG-S-3 in the stream alerts")
                .hasLineCount(1);
    }

    @Test
    void approveRefusesWhatAnOrderHasOvertaken() throws Exception {
        suggest(SuggestedAction.RELEASE, "MUG-S-1-2", null, 5_000, 1, "ANN");
        assertThat(Outcome.of("approve", "MUG-S-1-2", "--data-dir", data()).err())
                .startsWith("stockmate: ANN has ordered 7 since MUG-S-1-2 was made (MUG-3)")
                .hasLineCount(1);
    }

    @Test
    void approveRefusesWhatALaterSuggestionReplaced() throws Exception {
        suggest(SuggestedAction.RELEASE, "MUG-S-20", null, 5_000, 20, "BEA");
        suggest(SuggestedAction.RELEASE, "MUG-S-30", null, 5_000, 30, "BEA");
        assertThat(Outcome.of("approve", "MUG-S-20", "--data-dir", data()).err())
                .isEqualTo("stockmate: MUG-S-30 has taken the place of MUG-S-20: it suggests 12; approve that one\n");
    }

    @Test
    void forecastOfWhatIsNotForecastSaysHowToGetThere() {
        assertThat(Outcome.of("forecast", "MUG", "--data-dir", data()).err())
                .startsWith("stockmate: nothing is forecast of MUG yet")
                .hasLineCount(1);
    }

    private static void suggest(SuggestedAction action, String id, @Nullable String orderId, long limitPx)
            throws Exception {
        suggest(action, id, orderId, limitPx, 1, "ANN");
    }

    private static void suggest(
            SuggestedAction action, String id, @Nullable String orderId, long limitPx, long seq, String account)
            throws Exception {
        ReplenishmentSuggestion suggestion = new ReplenishmentSuggestion(
                "MUG", 0, seq, id, account, action, orderId, 12, limitPx, 86_400_000, "12 are missing.");
        try (KinesisProducer alerts = KinesisProducer.open(platform.streams(), Streams.ALERTS)) {
            alerts.put(List.of(new OutgoingRecord("MUG", new AlertCodec().encode(suggestion))));
        }
    }

    private static String order(String clOrdId, String account, String side, int qty, String price) {
        return "{\"type\":\"NewOrder\",\"symbol\":\"MUG\",\"account\":\"" + account + "\",\"clOrdId\":\"" + clOrdId
                + "\",\"side\":\"" + side + "\",\"ordType\":\"LIMIT\",\"orderQty\":" + qty + ",\"price\":\"" + price
                + "\",\"timeInForce\":\"GTC\"}\n";
    }

    private static Outcome put(String lines) throws Exception {
        Path file = Files.writeString(Files.createTempFile(directory, "lines", ".jsonl"), lines);
        return Outcome.of("put", file.toString(), "--data-dir", data());
    }

    private static String data() {
        return directory.resolve("data").toString();
    }
}
