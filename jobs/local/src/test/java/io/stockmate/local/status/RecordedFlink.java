package io.stockmate.local.status;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Answers as Flink's REST API did for a cluster with one job, but for what is told otherwise. */
final class RecordedFlink implements AutoCloseable {
    static final long NOW = 1_795_312_500_000L;

    private static final String JOB = "/jobs/73746f636b6d61740000000000000001";
    private static final String TASK = JOB + "/vertices/691b4d5172f4419a182e267f2f85e925/subtasks/metrics";
    private static final String LAG = "Source__Read_commands.shardId.shardId-000000000001.millisBehindLatest";
    private static final String HELD_BACK = "Order_events.heldBackEvents";
    private static final String UNBALANCED = "Keep_books__Writer.unbalancedUnits";

    private final long now;
    private final HttpServer server;
    private final Map<String, String> answers = new HashMap<>();

    private RecordedFlink(long now, HttpServer server) {
        this.now = now;
        this.server = server;
    }

    static RecordedFlink start() throws IOException {
        return start(NOW);
    }

    /** At another time. */
    static RecordedFlink start(long now) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        RecordedFlink flink = new RecordedFlink(now, server);
        flink.well();
        server.createContext("/", exchange -> {
            byte[] answer = flink.answers
                    .getOrDefault(exchange.getRequestURI().toString(), "")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.length == 0 ? 404 : 200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return flink;
    }

    private void well() {
        state("RUNNING", 6);
        answers.put(
                JOB,
                """
                {"vertices":[{"id":"691b4d5172f4419a182e267f2f85e925","name":"Source: Read commands"}]}""");
        answers.put(JOB + "/checkpoints/config", "{\"mode\":\"exactly_once\",\"interval\":10000}");
        answers.put(JOB + "/exceptions", "{\"exceptionHistory\":{\"entries\":[]}}");
        answers.put(
                TASK,
                "[{\"id\":\"" + LAG + "\"},{\"id\":\"" + HELD_BACK + "\"},{\"id\":\"" + UNBALANCED
                        + "\"},{\"id\":\"numRecordsIn\"}]");
        checkpointed(now - 12_000);
        lag(250);
        heldBack(0);
        unbalanced(0);
    }

    void state(String state, int tasksRunning) {
        state(state, tasksRunning, now - 3_600_000);
    }

    private void state(String state, int tasksRunning, long since) {
        answers.put(
                "/jobs/overview",
                """
                {"jobs":[{"jid":"73746f636b6d61740000000000000001","name":"matching","start-time":%d,"state":"%s",\
                "tasks":{"running":%d,"total":6}}]}"""
                        .formatted(since, state, tasksRunning));
    }

    void failed(String stackTrace) {
        answers.put(
                JOB + "/exceptions",
                "{\"exceptionHistory\":{\"entries\":[{\"stacktrace\":\""
                        + stackTrace.replace("\n", "\\n").replace("\t", "\\t") + "\"}]}}");
    }

    void checkpointed(long at) {
        answers.put(
                JOB + "/checkpoints",
                """
                {"latest":{"completed":{"trigger_timestamp":%d,"latest_ack_timestamp":%d},"failed":null}}"""
                        .formatted(at - 500, at));
    }

    void neverCheckpointed() {
        answers.put(JOB + "/checkpoints", "{\"latest\":{\"completed\":null,\"failed\":null}}");
    }

    void checkpointFailed(String message) {
        answers.put(
                JOB + "/checkpoints",
                """
                {"latest":{"completed":{"trigger_timestamp":%d,"latest_ack_timestamp":%d},\
                "failed":{"trigger_timestamp":%d,"failure_message":"%s"}}}"""
                        .formatted(now - 12_500, now - 12_000, now - 2_000, message));
    }

    void lag(double millis) {
        answers.put(TASK + "?get=" + LAG + "&agg=max", "[{\"id\":\"" + LAG + "\",\"max\":" + millis + "}]");
    }

    void heldBack(double events) {
        answers.put(TASK + "?get=" + HELD_BACK + "&agg=sum", "[{\"id\":\"" + HELD_BACK + "\",\"sum\":" + events + "}]");
    }

    void unbalanced(double units) {
        answers.put(
                TASK + "?get=" + UNBALANCED + "&agg=max", "[{\"id\":\"" + UNBALANCED + "\",\"max\":" + units + "}]");
    }

    /** The job has been there for so long. */
    void age(Duration age) {
        state("RUNNING", 6, now - age.toMillis());
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
