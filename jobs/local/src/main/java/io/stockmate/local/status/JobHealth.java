package io.stockmate.local.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.stockmate.connectors.metrics.MetricNames;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the jobs of a Flink cluster are: whether they run, take checkpoints, keep up with their streams, miss events, and
 * keep books that balance.
 */
public final class JobHealth {
    private static final String SHARD_LAG = "." + MetricNames.MILLIS_BEHIND_LATEST;
    private static final String HELD_BACK = "." + MetricNames.HELD_BACK_EVENTS;
    private static final String UNBALANCED = "." + MetricNames.UNBALANCED_UNITS;

    /** The books are not added up at once, and adding them up may take half an hour. */
    private static final Duration ADDED_UP_WITHIN = Duration.ofHours(1);

    private final FlinkApi flink;
    private final URI webUi;
    private final HealthLimits limits;
    private final long now;

    /** @param now epoch milliseconds UTC, as Flink's clock has it */
    public JobHealth(URI webUi, HealthLimits limits, long now) {
        this.flink = new FlinkApi(webUi);
        this.webUi = webUi;
        this.limits = limits;
        this.now = now;
    }

    /** @param expected names of jobs that have to be there */
    public List<Finding> look(Set<String> expected) {
        try {
            Map<String, JsonNode> jobs = new LinkedHashMap<>();
            for (JsonNode job : flink.get("jobs/overview").path("jobs")) {
                jobs.merge(job.path("name").asText(), job, JobHealth::newer);
            }
            List<Finding> findings = new ArrayList<>();
            for (String name : expected) {
                if (!jobs.containsKey(name)) {
                    findings.add(
                            Finding.broken(name, "is not on the cluster at " + webUi + ": end it and start it again"));
                }
            }
            for (JsonNode job : jobs.values()) {
                findings.addAll(look(job));
            }
            return findings;
        } catch (IOException failure) {
            return List.of(Finding.broken(
                    "Flink", "the web UI at " + webUi + " does not answer (" + failure + "): see the process's log"));
        }
    }

    private static JsonNode newer(JsonNode one, JsonNode other) {
        return one.path("start-time").asLong() < other.path("start-time").asLong() ? other : one;
    }

    private List<Finding> look(JsonNode job) throws IOException {
        String name = job.path("name").asText();
        String path = "jobs/" + job.path("jid").asText();
        String state = job.path("state").asText();
        if (!state.equals("RUNNING")) {
            return List.of(Finding.broken(name, "is " + state + ": " + lastFailure(path)));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(running(name, job, path));
        findings.add(new CheckpointHealth(limits, now)
                .look(name, flink.get(path + "/checkpoints"), flink.get(path + "/checkpoints/config"), age(job)));
        findings.addAll(metrics(name, path, age(job)));
        return findings;
    }

    private long age(JsonNode job) {
        return now - job.path("start-time").asLong();
    }

    private Finding running(String name, JsonNode job, String path) throws IOException {
        long running = job.path("tasks").path("running").asLong();
        long total = job.path("tasks").path("total").asLong();
        if (running < total) {
            return Finding.watch(name, running + " of " + total + " tasks run, the others are on their way");
        }
        return failures(path).isEmpty()
                ? Finding.well(name, "runs, " + total + " tasks")
                : Finding.watch(
                        name, "runs, " + total + " tasks, after restarts (the last one for " + lastFailure(path) + ")");
    }

    /** The stack traces of failures that are remembered, the newest first. */
    private List<String> failures(String path) throws IOException {
        JsonNode exceptions = flink.get(path + "/exceptions");
        List<String> traces = new ArrayList<>();
        for (JsonNode entry : exceptions.path("exceptionHistory").path("entries")) {
            traces.add(entry.path("stacktrace").asText());
        }
        String root = exceptions.path("root-exception").asText("");
        return traces.isEmpty() && !root.isEmpty() && !root.equals("null") ? List.of(root) : traces;
    }

    /** The last cause in the chain, which is the one to mend. */
    private String lastFailure(String path) throws IOException {
        String trace = failures(path).stream().findFirst().orElse("");
        String cause = trace.lines()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((earlier, later) -> later)
                .map(line -> line.substring("Caused by: ".length()))
                .orElseGet(() -> trace.lines().findFirst().orElse(""));
        return cause.isEmpty() ? "its cause is not known yet: ask again, or see the log" : cause;
    }

    private List<Finding> metrics(String name, String path, long age) throws IOException {
        double lag = -1;
        String shard = "";
        double heldBack = 0;
        double unbalanced = 0;
        for (JsonNode vertex : flink.get(path).path("vertices")) {
            String metrics = path + "/vertices/" + vertex.path("id").asText() + "/subtasks/metrics";
            for (JsonNode metric : flink.get(metrics)) {
                String id = metric.path("id").asText();
                if (id.endsWith(SHARD_LAG)) {
                    double behind = value(metrics, id, "max");
                    shard = behind > lag ? shardOf(id) : shard;
                    lag = Math.max(lag, behind);
                } else if (id.endsWith(HELD_BACK)) {
                    heldBack += value(metrics, id, "sum");
                } else if (id.endsWith(UNBALANCED)) {
                    unbalanced = value(metrics, id, "max");
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (lag > limits.lag().toMillis()) {
            findings.add(Finding.broken(
                    name,
                    "is " + (long) lag / 1_000 + " s behind in " + shard + ", more than "
                            + limits.lag().toSeconds() + " s: look for the busiest task in the web UI"));
        }
        if (heldBack > 0) {
            findings.add(Finding.watch(
                    name, (long) heldBack + " events wait for an earlier one; the job stops if it does not come"));
        }
        if (unbalanced > 0) {
            findings.add(Finding.broken(
                    name,
                    "the books do not balance in " + (long) unbalanced
                            + " units: see ledger.trial_balance, and RUNBOOK.md"));
        } else if (unbalanced < 0 && age > ADDED_UP_WITHIN.toMillis()) {
            findings.add(Finding.watch(name, "nobody could add the books up: the job's log tells why"));
        }
        return findings;
    }

    private static String shardOf(String metric) {
        String shard = metric.substring(0, metric.length() - SHARD_LAG.length());
        return shard.substring(shard.lastIndexOf('.') + 1);
    }

    private double value(String metrics, String id, String aggregate) throws IOException {
        return flink.get(metrics + "?get=" + id + "&agg=" + aggregate)
                .path(0)
                .path(aggregate)
                .asDouble();
    }
}
