package io.stockmate.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What Flink's REST interface, hence the web UI, tells whoever asks: of the cluster, its configuration and its jobs. */
final class ShownPages {
    private static final int OK = 200;

    /** Files that a process has only where it was told to write them; where there are none, what is said of that. */
    private static final Pattern FILE = Pattern.compile("(jobmanager|taskmanagers/[^/]+)/(logs|log|stdout)");

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{32,36})\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> pages = new TreeMap<>();
    private final URI webUi;

    private ShownPages(URI webUi) {
        this.webUi = webUi;
    }

    /** The pages, by path; each has to be there, but for files of logs. */
    static Map<String, String> of(URI webUi) throws IOException, InterruptedException {
        ShownPages shown = new ShownPages(webUi);
        for (String path : new String[] {"config", "overview", "jobmanager/config", "jobmanager/environment"}) {
            shown.read(path);
        }
        shown.process("jobmanager");
        for (String worker : shown.ids("taskmanagers")) {
            shown.read("taskmanagers/" + worker);
            shown.process("taskmanagers/" + worker);
        }
        for (String job : shown.ids("jobs")) {
            shown.job("jobs/" + job);
        }
        return shown.pages;
    }

    private void process(String path) throws IOException, InterruptedException {
        for (String page : new String[] {"/metrics", "/thread-dump", "/logs", "/log", "/stdout"}) {
            read(path + page);
        }
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
        List<String> ids = ID.matcher(read(path))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(ids).as(path).isNotEmpty();
        return ids;
    }

    private String read(String path) throws IOException, InterruptedException {
        HttpResponse<String> reply = client.send(
                HttpRequest.newBuilder(webUi.resolve("/" + path)).build(), HttpResponse.BodyHandlers.ofString());
        pages.put(path, reply.body());
        if (!FILE.matcher(path).matches()) {
            assertThat(reply.statusCode()).as("%s: %s", path, reply.body()).isEqualTo(OK);
        }
        return reply.body();
    }
}
