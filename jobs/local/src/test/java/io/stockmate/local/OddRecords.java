package io.stockmate.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.kinesis.KinesisClients;
import io.stockmate.connectors.kinesis.source.Aggregated;
import io.stockmate.local.platform.Platform;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** What other people's producers put: aggregates, damaged ones too, and records in a shard that is not their key's. */
final class OddRecords {
    /** Of the records, those that become dead letters: one damaged aggregate and two misplaced records. */
    static final int DEAD = 3;

    private static final int PARTS = 3;
    private static final BigInteger KEYS = BigInteger.ONE.shiftLeft(128);

    private OddRecords() {}

    static int understood(List<String> symbols) {
        return PARTS + symbols.size();
    }

    static int records(List<String> symbols) {
        return understood(symbols) + DEAD;
    }

    /** The odd ones are of the first symbol; then comes a tick of every symbol. */
    static void put(Platform platform, String stream, List<String> symbols) throws Exception {
        String symbol = symbols.get(0);
        BigInteger home = hashKey(symbol);
        String foreign = KEYS.subtract(BigInteger.ONE).subtract(home).toString();
        byte[] damaged = Aggregated.of(part(symbol), part(symbol));
        damaged[damaged.length - 1]++;
        String away = symbols.stream()
                .filter(other -> hashKey(other).testBit(127) != home.testBit(127))
                .findFirst()
                .orElseThrow();
        try (KinesisClient client = KinesisClients.open(platform.streams())) {
            put(client, stream, symbol, home.toString(), damaged);
            put(client, stream, symbol, foreign, tick(symbol).getBytes(StandardCharsets.UTF_8));
            put(
                    client,
                    stream,
                    symbol,
                    home.toString(),
                    Aggregated.of(part(symbol), part(symbol), part(away), part(symbol)));
            for (String other : symbols) {
                put(
                        client,
                        stream,
                        other,
                        hashKey(other).toString(),
                        tick(other).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Writes the log again without one part of an aggregate. */
    static void forgetAPart(Path log) throws Exception {
        try (Stream<Path> tree = Files.walk(log)) {
            for (Path file :
                    tree.filter(path -> path.toString().endsWith(".parquet")).toList()) {
                forgetAPartIn(file);
            }
        }
    }

    private static void forgetAPartIn(Path file) throws Exception {
        String from = " FROM read_parquet('" + file + "', hive_partitioning = false)";
        Path draft = file.resolveSibling(".draft");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            try (ResultSet parts = statement.executeQuery("SELECT count(*)" + from + " WHERE subSequence = 1")) {
                assertThat(parts.next()).isTrue();
                if (parts.getLong(1) == 0) {
                    return;
                }
                assertThat(parts.getLong(1)).isEqualTo(1);
            }
            statement.execute("COPY (SELECT *" + from + " WHERE subSequence <> 1) TO '" + draft + "' (FORMAT parquet)");
        }
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void put(KinesisClient client, String stream, String key, String hashKey, byte[] data) {
        client.putRecord(request -> request.streamName(stream)
                .partitionKey(key)
                .explicitHashKey(hashKey)
                .data(SdkBytes.fromByteArray(data)));
    }

    private static String part(String symbol) {
        return symbol + "=" + tick(symbol);
    }

    private static String tick(String symbol) {
        return "{\"type\":\"Tick\",\"symbol\":\"" + symbol + "\",\"account\":\"clock\"}";
    }

    private static BigInteger hashKey(String partitionKey) {
        try {
            return new BigInteger(
                    1, MessageDigest.getInstance("MD5").digest(partitionKey.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }
}
