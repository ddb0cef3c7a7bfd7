package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.plugin.DefaultPluginManager;
import org.apache.flink.core.plugin.DirectoryBasedPluginFinder;

/** S3 in a process of its own, with one bucket: {@code lake/s3/S3Server.java}. */
final class ObjectStore implements AutoCloseable {
    private static final String BUCKET = "bucket";
    private static final Path CLASS_PATH = Path.of("s3/target/class-path");
    private static final Path PLUGINS = Path.of("s3/target/plugins");
    private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");
    private static final Pattern UPLOAD = Pattern.compile("<Key>([^<]*)</Key>\\s*<UploadId>([^<]*)</UploadId>");

    private final Process process;
    private final BufferedReader output;
    private final String endpoint;
    private final HttpClient http = HttpClient.newHttpClient();
    private long failed;

    private ObjectStore(Process process) throws IOException {
        this.process = process;
        this.output = process.inputReader();
        this.endpoint = output.readLine();
        assertThat(endpoint).as("where the object store listens").startsWith("http://127.0.0.1:");
    }

    static ObjectStore start() throws IOException {
        return start(List.of());
    }

    /** One of whose writes a share fails on purpose. */
    static ObjectStore faulty(double share, long seed) throws IOException {
        return start(List.of(Double.toString(share), Long.toString(seed)));
    }

    private static ObjectStore start(List<String> faults) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Files.readString(CLASS_PATH).strip(),
                "s3/S3Server.java",
                BUCKET));
        command.addAll(faults);
        return new ObjectStore(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** What Flink has to be told to find it. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("s3.endpoint", endpoint);
        settings.put("s3.endpoint.region", "us-east-1");
        settings.put("s3.path.style.access", "true");
        settings.put("s3.connection.ssl.enabled", "false");
        settings.put("s3.access-key", "none");
        settings.put("s3.secret-key", "none");
        settings.put("fs.s3a.aws.credentials.provider", "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider");
        settings.put("fs.s3a.directory.marker.retention", "keep");
        // What fails is soon told to those who asked, and they have to live with it.
        settings.put("fs.s3a.attempts.maximum", "1");
        settings.put("fs.s3a.retry.limit", "1");
        settings.put("fs.s3a.retry.interval", "20ms");
        settings.put("fs.s3a.retry.throttle.limit", "1");
        settings.put("fs.s3a.retry.throttle.interval", "20ms");
        return settings;
    }

    /** Makes this process find it. */
    void use() throws IOException {
        System.setProperty("aws.java.v1.disableDeprecationAnnouncement", "true");
        Configuration configuration = Configuration.fromMap(settings());
        FileSystem.initialize(
                configuration,
                new DefaultPluginManager(
                        new DirectoryBasedPluginFinder(PLUGINS).findPlugins(),
                        CoreOptions.getPluginParentFirstLoaderPatterns(configuration)));
    }

    /** What another process of ours has to be told to find it, in its environment. */
    Map<String, String> environment(Path directory) throws IOException {
        Files.writeString(
                directory.resolve("config.yaml"),
                settings().entrySet().stream()
                        .map(setting -> setting.getKey() + ": " + setting.getValue() + "\n")
                        .collect(Collectors.joining()));
        return Map.of(
                "FLINK_CONF_DIR",
                directory.toString(),
                "FLINK_PLUGINS_DIR",
                PLUGINS.toAbsolutePath().toString());
    }

    /** Where a lake lies, as Flink says it. */
    org.apache.flink.core.fs.Path root(String lake) {
        return new org.apache.flink.core.fs.Path("s3://" + BUCKET + "/" + lake);
    }

    /** The objects whose names begin so, without that part, in order. */
    List<String> names(String prefix) {
        return KEY.matcher(text("GET", "?list-type=2&prefix=" + encoded(prefix)))
                .results()
                .map(found -> found.group(1).substring(prefix.length()))
                .sorted()
                .toList();
    }

    /** The uploads that have come to no end, by the names of the objects that they are to become. */
    Map<String, String> openUploads() {
        return UPLOAD.matcher(text("GET", "?uploads"))
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(2), found -> found.group(1), (one, other) -> one, TreeMap::new));
    }

    /** Does what the rules of a bucket do to uploads that are left open. One that fails on purpose may be half gone. */
    void abortUploads() {
        openUploads().forEach((id, name) -> {
            try {
                String what = "/" + encoded(name) + "?uploadId=" + encoded(id);
                assertThat(http.send(request("DELETE", what), BodyHandlers.ofString())
                                .statusCode())
                        .as(what)
                        .isIn(200, 204, 404);
            } catch (IOException | InterruptedException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    String read(String name) {
        return text("GET", "/" + encoded(name));
    }

    /** Copies an object to a directory, where it has its whole name. */
    Path copy(String name, Path directory) {
        try {
            Path copy = directory.resolve(name);
            Files.createDirectories(copy.getParent());
            assertThat(http.send(request("GET", "/" + encoded(name)), BodyHandlers.ofFile(copy))
                            .statusCode())
                    .as(name)
                    .isEqualTo(200);
            return copy;
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Puts the files below a directory into a lake. */
    void put(Path directory, String lake) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .toList()) {
                HttpRequest put = HttpRequest.newBuilder(URI.create(
                                endpoint + "/" + BUCKET + "/" + encoded(lake + "/" + directory.relativize(file))))
                        .PUT(HttpRequest.BodyPublishers.ofFile(file))
                        .build();
                assertThat(http.send(put, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
            }
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String text(String method, String what) {
        try {
            var answer = http.send(request(method, what), BodyHandlers.ofString());
            assertThat(answer.statusCode())
                    .as(method + " " + what + ": " + answer.body())
                    .isBetween(200, 204);
            return answer.body();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private HttpRequest request(String method, String what) {
        return HttpRequest.newBuilder(URI.create(endpoint + "/" + BUCKET + what))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("%2F", "/");
    }

    @Override
    public void close() throws IOException {
        FileSystem.initialize(new Configuration(), null);
        end();
    }

    /** Ends it; returns how many writes have failed on purpose. */
    long end() throws IOException {
        if (process.isAlive()) {
            process.getOutputStream().close();
            failed = Long.parseLong(output.readLine());
            process.onExit().join();
        }
        return failed;
    }
}
