import static io.trino.testing.TestingSession.testSessionBuilder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.trino.Session;
import io.trino.plugin.hive.HivePlugin;
import io.trino.testing.DistributedQueryRunner;
import io.trino.testing.MaterializedRow;
import io.trino.testing.QueryRunner.MaterializedResultWithPlan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Athena on one machine: Trino, its engine, over the tables of {@code lake/tables} as a Glue catalog hands them out, and
 * the lake's files. Needs Java 25.
 *
 * <p>Arguments: the directory of the tables, the directory that holds lakes, up to which size files are read whole, and how far apart
 * two pieces of a file may lie that are read as one. A line of its input is the name of a lake
 * and a query in Base64, and {@code bytes} behind them where the rows are not wanted; the line that answers is JSON: {@code
 * rows}, as lines of values, and {@code bytes} that were read from files, or {@code error}. It ends with its input.
 */
public final class AthenaServer {
    private static final String CATALOG = "awsdatacatalog";
    private static final ObjectMapper JSON = new ObjectMapper();

    private AthenaServer() {}

    public static void main(String[] arguments) throws Exception {
        // Trino takes System.out for its log.
        PrintStream out = System.out;
        HttpServer glue = glue(Path.of(arguments[0]));
        glue.start();
        Session session = testSessionBuilder().setCatalog(CATALOG).build();
        try (DistributedQueryRunner trino =
                DistributedQueryRunner.builder(session)
                        .setWorkerCount(0)
                        .addExtraProperty("query.max-memory-per-node", Runtime.getRuntime().maxMemory() * 6 / 10 + "B")
                        .build()) {
            trino.installPlugin(new HivePlugin());
            trino.createCatalog(CATALOG, "hive", catalog(glue.getAddress().getPort(), arguments[1], arguments[2], arguments[3]));
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            out.println("{\"ready\":true}");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                String sql = new String(Base64.getDecoder().decode(words[1]), StandardCharsets.UTF_8);
                out.println(JSON.writeValueAsString(answer(trino, session, words[0], sql, words.length == 2)));
            }
        } finally {
            glue.stop(0);
        }
    }

    private static Map<String, String> catalog(int port, String lakes, String smallFile, String mergeDistance) {
        return Map.ofEntries(
                Map.entry("hive.metastore", "glue"),
                Map.entry("hive.metastore.glue.endpoint-url", "http://127.0.0.1:" + port),
                Map.entry("hive.metastore.glue.region", "us-east-1"),
                Map.entry("hive.metastore.glue.aws-access-key", "none"),
                Map.entry("hive.metastore.glue.aws-secret-key", "none"),
                Map.entry("hive.partition-projection-enabled", "true"),
                Map.entry("hive.ignore-absent-partitions", "true"),
                Map.entry("hive.parquet.time-zone", "UTC"),
                Map.entry("parquet.small-file-threshold", smallFile),
                Map.entry("parquet.max-merge-distance", mergeDistance),
                Map.entry("fs.local.enabled", "true"),
                Map.entry("local.location", lakes));
    }

    private static Map<String, Object> answer(DistributedQueryRunner trino, Session session, String lake, String sql, boolean wantsRows) {
        Map<String, Object> answer = new TreeMap<>();
        try {
            Session ofLake = Session.builder(session).setSchema(lake).build();
            MaterializedResultWithPlan result = trino.executeWithPlan(ofLake, sql);
            List<String> rows = new ArrayList<>();
            if (wantsRows) {
                for (MaterializedRow row : result.result().getMaterializedRows()) {
                    rows.add(row.getFields().stream().map(AthenaServer::text).collect(Collectors.joining("|")));
                }
            }
            answer.put("rows", rows);
            answer.put(
                    "bytes",
                    trino.getCoordinator()
                            .getQueryManager()
                            .getFullQueryInfo(result.queryId())
                            .getQueryStats()
                            .getPhysicalInputDataSize()
                            .toBytes());
        } catch (RuntimeException failure) {
            answer.put("error", String.valueOf(failure.getMessage()));
        }
        return answer;
    }

    private static String text(Object value) {
        if (value instanceof Double number) {
            return new BigDecimal(number).round(new MathContext(12)).stripTrailingZeros().toPlainString();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }

    /** Glue as far as reading asks it: each lake is a database with all tables. */
    private static HttpServer glue(Path tables) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            try {
                reply(exchange, 200, reply(target.substring(target.indexOf('.') + 1), request, tables));
            } catch (IllegalArgumentException unknown) {
                reply(exchange, 400, Map.of("__type", "EntityNotFoundException", "Message", unknown.getMessage()));
            }
        });
        return server;
    }

    private static Map<String, Object> reply(String action, JsonNode request, Path tables) throws IOException {
        return switch (action) {
            case "GetDatabase" -> Map.of("Database", Map.of("Name", request.path("Name").asText()));
            case "GetDatabases" -> Map.of("DatabaseList", List.of());
            case "GetTable" -> Map.of(
                    "Table", table(request.path("DatabaseName").asText(), tables.resolve(request.path("Name").asText() + ".json")));
            case "GetTables" -> Map.of("TableList", all(request.path("DatabaseName").asText(), tables));
            case "GetPartitions" -> Map.of("Partitions", List.of());
            default -> throw new IllegalArgumentException("no " + action);
        };
    }

    private static List<JsonNode> all(String lake, Path tables) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(tables, "*.json")) {
            for (Path file : files) {
                all.add(table(lake, file));
            }
        }
        return all;
    }

    private static JsonNode table(String lake, Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("no table " + file.getFileName());
        }
        return JSON.readTree(Files.readString(file).replace("${lake}", "local:///" + lake));
    }

    private static void reply(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
