package io.stockmate.local.exactness;

import io.stockmate.core.chain.Sha256;
import io.stockmate.core.message.EventType;
import io.stockmate.lake.Answer;
import io.stockmate.lake.LakeQueries;
import io.stockmate.lake.LakeTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a lake says, whatever files it lies in.
 *
 * @param tables each one's rows, of all that follow from the log
 * @param chains by symbol, of the last event in the tables
 */
record LakeContents(Map<LakeTable, Rows> tables, SortedMap<String, Long> chains) {
    private static final List<LakeTable> EVENTS =
            Arrays.stream(EventType.values()).map(LakeTable::of).toList();

    /**
     * A table's rows in order.
     *
     * @param sha256 over every column of every row, as SQL writes it
     */
    record Rows(long count, String sha256) {}

    static LakeContents of(Path root) {
        Map<LakeTable, Rows> tables = new TreeMap<>();
        try (LakeQueries lake = LakeQueries.open(root)) {
            Stream.of(LakeTable.values())
                    .filter(table -> table != LakeTable.ALERT_ADVICE)
                    .forEach(table -> tables.put(table, rows(lake, table)));
            return new LakeContents(tables, chains(lake));
        }
    }

    private static Rows rows(LakeQueries lake, LakeTable table) {
        MessageDigest digest = Sha256.digest();
        long count = 0;
        String sql = "select cast(t as varchar) as line from " + table.tableName() + " t order by line";
        try (Answer answer = lake.ask(sql)) {
            for (; answer.next(); count++) {
                digest.update((answer.text(0) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        return new Rows(count, HexFormat.of().formatHex(digest.digest()));
    }

    private static SortedMap<String, Long> chains(LakeQueries lake) {
        String events = EVENTS.stream()
                .map(table -> "select symbol, seq, chain from " + table.tableName() + " where seq > 0")
                .collect(Collectors.joining(" union all "));
        SortedMap<String, Long> chains = new TreeMap<>();
        String sql = "select symbol, cast(arg_max(chain, seq) as varchar) from (" + events + ") group by symbol";
        try (Answer answer = lake.ask(sql)) {
            while (answer.next()) {
                chains.put(String.valueOf(answer.text(0)), Long.parseLong(String.valueOf(answer.text(1))));
            }
        }
        return chains;
    }

    long rowCount() {
        return tables.values().stream().mapToLong(Rows::count).sum();
    }

    /** Over all tables. */
    String sha256OfAll() {
        MessageDigest digest = Sha256.digest();
        tables.forEach((table, rows) ->
                digest.update((table.tableName() + " " + rows + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }
}
