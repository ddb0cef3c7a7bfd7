package io.stockmate.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.config.DatabaseSettings;
import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.connectors.kinesis.OutgoingRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventHeader;
import io.stockmate.local.platform.DataDirectory;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.PlatformSettings;
import io.stockmate.local.platform.RunningPlatform;
import io.stockmate.local.platform.Streams;
import io.stockmate.local.postgres.LocalPostgres;
import io.stockmate.pipelines.accounting.AccountingProperties;
import io.stockmate.pipelines.demand.DemandProperties;
import io.stockmate.pipelines.events.OrderSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A platform that is well, then one whose stream of events has a hole, then none. */
@Timeout(180)
class StatusTest {
    private static final long MORNING = 1_767_261_600_000L;
    private static final String CANARY = "canary-4711-nobody-tells";

    /** A symbol that a job's failure names; what is told in other places is given the same name on purpose. */
    private static final String TOLD = "CANARY-4711-TOLD";

    private static final long PATIENCE_NS = Duration.ofSeconds(60).toNanos();

    @TempDir
    private Path directory;

    private String output = "";

    @Test
    void statusIsWellUntilAConsumerStopsAtAMissingEvent() {
        assertThatThrownBy(this::wellUntilAConsumerStops)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("demand has ended as FAILED");

        assertThat(status()).isEqualTo(1);
        assertThat(output).contains("no platform runs on " + directory);
    }

    private void wellUntilAConsumerStops() throws Exception {
        PlatformSettings settings = PlatformSettings.onFreePorts(directory)
                .withBooks()
                .withCheckpointInterval(Duration.ofMillis(500))
                .withProperty(DemandProperties.ORDER, OrderSettings.EARLY_COUNT_MAX, "1")
                .withProperty(AccountingProperties.LEDGER, DatabaseSettings.PASSWORD, CANARY)
                .withProperty(AccountingProperties.PROJECTIONS, DatabaseSettings.PASSWORD, CANARY)
                .withProperty(AccountingProperties.BILLING, DatabaseSettings.PASSWORD, CANARY);
        try (Logged logged = Logged.open();
                Platform platform = Platform.start(settings)) {
            await(0, "status=well");
            assertThat(output)
                    .contains("status=well broken=0 ", "open shards: commands ", "anomaly ", "demand ", "matching ")
                    .containsPattern("books +well +balance")
                    .doesNotContain("BROKEN");
            assertThat(scraped(platform))
                    .containsAll(metricsIn("dashboards/grafana.json", 25))
                    .containsAll(metricsIn("terraform/job_metrics.tf", 22));
            assertThat(ListeningSockets.of(ProcessHandle.current()))
                    .as("web UI, Kinesis, Firehose, Postgres, metrics")
                    .hasSizeGreaterThanOrEqualTo(5)
                    .allMatch(ListeningSockets::isHere);

            EventCodec codec = new EventCodec();
            try (KinesisProducer producer = KinesisProducer.open(platform.streams(), Streams.EVENTS)) {
                producer.put(List.of(record(codec, 5), record(codec, 6)));
            }
            await(1, "demand +BROKEN  is FAILED: .*" + TOLD + ".*seq 1");

            signIn("nologin");
            trade(platform);
            await(1, "PSQLException");
            nothingTellsAPassword(platform, logged);
            signIn("login");
        }
    }

    private String ownersPassword() throws IOException {
        return Files.readString(directory.resolve("postgres/owner-password")).strip();
    }

    /** Accounting has to sign in again, and can or cannot. */
    private void signIn(String login) throws Exception {
        String url =
                "jdbc:" + RunningPlatform.require(DataDirectory.of(directory)).postgres();
        try (Connection owner = DriverManager.getConnection(url, LocalPostgres.OWNER, ownersPassword());
                Statement statement = owner.createStatement()) {
            statement.execute("alter role " + LocalPostgres.WRITER + " " + login);
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = '"
                    + LocalPostgres.WRITER + "'");
        }
    }

    private static void trade(Platform platform) throws Exception {
        List<OutgoingRecord> commands = Stream.of(
                        "{'type':'DefineInstrument','symbol':'JUG','account':'OPS','name':'Jug','currency':'EUR',"
                                + "'tickSize':'0.01','lotSize':1,'maxOrderQty':10,'leadTimeDays':0}",
                        "{'type':'NewOrder','symbol':'JUG','account':'ANN','clOrdId':'a','side':'SELL',"
                                + "'ordType':'LIMIT','orderQty':1,'price':'1.00','timeInForce':'GTC'}",
                        "{'type':'NewOrder','symbol':'JUG','account':'BOB','clOrdId':'b','side':'BUY',"
                                + "'ordType':'LIMIT','orderQty':1,'price':'1.00','timeInForce':'GTC'}")
                .map(line -> line.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .map(data -> new OutgoingRecord("JUG", data))
                .toList();
        try (KinesisProducer producer = KinesisProducer.open(platform.streams(), Streams.COMMANDS)) {
            producer.put(commands);
        }
    }

    private void nothingTellsAPassword(Platform platform, Logged logged) throws Exception {
        Process leak = new ProcessBuilder("sh", "-c", "read line; :", TOLD).start();
        try {
            Map<String, String> places = places(platform, logged);
            assertThat(places).hasSizeGreaterThan(50);
            assertThat(String.join("", places.values())).contains("Keep books", "PSQLException");
            assertThat(places.get("log")).contains("PSQLException", "accounting");

            assertThat(tellers(places, TOLD))
                    .as("leaks made on purpose")
                    .contains("status", "log", "process " + leak.pid())
                    .anyMatch(place -> place.endsWith("/exceptions"));
            assertThat(tellers(places, directory.toString())).contains("jobmanager/config");
            for (String secret : List.of(CANARY, ownersPassword())) {
                assertThat(secret).hasSizeGreaterThan(10);
                assertThat(tellers(places, secret)).isEmpty();
            }
        } finally {
            leak.destroy();
        }
    }

    /** All that a user of the machine or of the web UI can read, by place. */
    private Map<String, String> places(Platform platform, Logged logged) throws Exception {
        Map<String, String> places = ShownPages.of(platform.webUi());
        places.put("status", output);
        places.put("log", String.join("\n", logged.lines()));
        ProcessHandle.current()
                .descendants()
                .forEach(child -> places.put(
                        "process " + child.pid(), child.info().commandLine().orElse("")));
        return places;
    }

    private static List<String> tellers(Map<String, String> places, String text) {
        return places.entrySet().stream()
                .filter(place -> place.getValue().contains(text))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Set<String> scraped(Platform platform) throws Exception {
        HttpResponse<String> reply = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(platform.metrics()).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(reply.statusCode()).isEqualTo(200);
        return reply.body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('{')))
                .collect(Collectors.toSet());
    }

    private static Set<String> metricsIn(String file, int atLeast) throws IOException {
        Set<String> names = Pattern.compile("flink_(task|job)manager_\\w+")
                .matcher(Files.readString(Path.of("../..", file)))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        assertThat(names).hasSizeGreaterThanOrEqualTo(atLeast);
        return names;
    }

    private static OutgoingRecord record(EventCodec codec, long seq) {
        EventHeader header = new EventHeader(TOLD, seq, seq, TOLD + "-" + seq, MORNING);
        Cause cause = new Cause("shardId-000000000000", "1", 0, MORNING);
        return new OutgoingRecord(TOLD, codec.encode(new Event(header, 7, cause, new Accepted("Tick", "{}"))));
    }

    private void await(int status, String pattern) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NS;
        while (status() != status || !Pattern.compile(pattern).matcher(output).find()) {
            assertThat(System.nanoTime()).as(() -> output).isLessThan(deadline);
            Thread.sleep(200);
        }
    }

    private int status() {
        StringWriter written = new StringWriter();
        PrintWriter out = new PrintWriter(written, true);
        int status = Stockmate.execute(out, out, "status", "--plain", "--data-dir", directory.toString());
        output = written.toString();
        return status;
    }
}
