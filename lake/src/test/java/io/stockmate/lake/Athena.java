package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Trino in a process of its own, which reads lakes by the tables' definitions: {@code lake/athena/AthenaServer.java}. */
final class Athena implements AutoCloseable {
    /** Where {@code mvn -Pathena} leaves the class path of Trino. */
    private static final Path CLASS_PATH = Path.of("athena/target/class-path");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JAVA = "25";

    /** What it answered, a line a row, and the bytes that it read from files. */
    record Answered(List<String> rows, long bytes) {}

    private final Process process;
    private final BufferedReader output;
    private final BufferedWriter input;

    private Athena(Process process) throws IOException {
        this.process = process;
        this.output = process.inputReader();
        this.input = process.outputWriter();
        assertThat(output.readLine()).as("the first line of Trino").isEqualTo("{\"ready\":true}");
    }

    /** Starts it over the lakes in a directory; the test is skipped where Trino or its Java is not here. */
    static Athena start(Path lakes) throws IOException {
        return start(lakes, "3MB", "1MB");
    }

    /**
     * The same, with the size up to which files are read whole, 3 MB by default, and the distance up to which two pieces of
     * a file are read as one, 1 MB by default.
     */
    static Athena start(Path lakes, String smallFile, String mergeDistance) throws IOException {
        assumeTrue(Boolean.getBoolean("athena"), "mvn -Pathena verify asks these questions of Trino");
        Optional<Path> java = java();
        assumeTrue(
                java.isPresent(),
                "no Java " + JAVA + " beside " + System.getProperty("java.home") + ": Athena's engine is not asked");
        return new Athena(new ProcessBuilder(
                        java.orElseThrow().toString(),
                        "-Xmx" + System.getProperty("athena.heap", "2g"),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-cp",
                        Files.readString(CLASS_PATH).strip(),
                        "athena/AthenaServer.java",
                        "tables",
                        lakes.toString(),
                        smallFile,
                        mergeDistance)
                .redirectError(lakes.resolve("trino.log").toFile())
                .start());
    }

    /** Of this Java's neighbours the one of the version. */
    private static Optional<Path> java() throws IOException {
        try (Stream<Path> homes =
                Files.list(Path.of(System.getProperty("java.home")).getParent())) {
            return homes.filter(home -> release(home).contains("JAVA_VERSION=\"" + JAVA))
                    .map(home -> home.resolve("bin/java"))
                    .findFirst();
        }
    }

    private static String release(Path home) {
        try {
            Path release = home.resolve("release");
            return Files.isRegularFile(release) ? Files.readString(release) : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** Asks a saved question as Athena is asked, with execution parameters. */
    Answered ask(String lake, String name, Map<String, String> parameters) throws IOException {
        return ask(lake, sql(name, parameters), true);
    }

    /** How many bytes a saved question reads; an answer of whole tables, which nothing asks for, is not handed out. */
    long bytes(String lake, String name, Map<String, String> parameters) throws IOException {
        String sql = sql(name, parameters);
        return ask(lake, NamedQuery.of(name).isView() ? "EXPLAIN ANALYZE " + sql : sql, false)
                .bytes();
    }

    Answered ask(String lake, String sql) throws IOException {
        return ask(lake, sql, true);
    }

    private static String sql(String name, Map<String, String> parameters) {
        NamedQuery query = NamedQuery.of(name);
        List<Object> values = query.values(parameters);
        return values.isEmpty()
                ? query.sql()
                : "EXECUTE IMMEDIATE " + LogSelection.text(query.sql()) + " USING "
                        + values.stream()
                                .map(value ->
                                        value instanceof Long ? value.toString() : LogSelection.text(value.toString()))
                                .collect(Collectors.joining(", "));
    }

    private Answered ask(String lake, String sql, boolean wantsRows) throws IOException {
        String encoded = Base64.getEncoder().encodeToString(sql.getBytes(StandardCharsets.UTF_8));
        input.write(lake + " " + encoded + (wantsRows ? "\n" : " bytes\n"));
        input.flush();
        JsonNode answer = JSON.readTree(output.readLine());
        assertThat(answer.path("error").asText()).as(sql).isEmpty();
        List<String> rows = new ArrayList<>();
        answer.path("rows").forEach(row -> rows.add(row.asText()));
        return new Answered(rows, answer.path("bytes").asLong());
    }

    @Override
    public void close() throws IOException {
        input.close();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
