package io.stockmate.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What Flink's REST interface, hence the web UI, tells whoever asks: of the cluster, its configuration and its jobs. */
final class ShownPages {
    private static final int OK = 200;
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{32,36})\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> pages = new TreeMap<>();
    private final URI webUi;

    private ShownPages(URI webUi) {
        this.webUi = webUi;
    }

    /** The pages that there are, by path. */
    static Map<String, String> of(URI webUi) throws IOException, InterruptedException {
        ShownPages shown = new ShownPages(webUi);
        for (String path :
                new String[] {"config", "overview", "jobmanager/config", "jobmanager/environment", "jobmanager/metrics"
                }) {
            shown.read(path);
        }
        for (String worker : shown.ids("taskmanagers")) {
            for (String page : new String[] {"", "/metrics", "/thread-dump"}) {
                shown.read("taskmanagers/" + worker + page);
            }
        }
        for (String job : shown.ids("jobs")) {
            shown.job("jobs/" + job);
        }
        return shown.pages;
    }

    private void job(String path) throws IOException, InterruptedException {
        for (String page : new String[] {
            "/config",
            "/plan",
            "/exceptions",
            "/checkpoints",
            "/checkpoints/config",
            "/accumulators",
            "/jobmanager/config",
            "/jobmanager/environment"
        }) {
            read(path + page);
        }
        for (String vertex : ids(path)) {
            for (String page : new String[] {"", "/accumulators", "/metrics", "/subtasks/accumulators"}) {
                read(path + "/vertices/" + vertex + page);
            }
        }
    }

    private Iterable<String> ids(String path) throws IOException, InterruptedException {
        return ID.matcher(read(path))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private String read(String path) throws IOException, InterruptedException {
        HttpResponse<String> reply = client.send(
                HttpRequest.newBuilder(webUi.resolve("/" + path)).build(), HttpResponse.BodyHandlers.ofString());
        pages.put(path, reply.body());
        return reply.statusCode() == OK ? reply.body() : "";
    }
}
