package io.stockmate.lake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What tables and columns mean, from {@code tables/comments.properties}. */
final class Comments {
    private static final Path FILE = Path.of("tables/comments.properties");
    private static final Comments ALL = read();

    private final Properties entries;
    private final Set<String> unused;

    private Comments(Properties entries) {
        this.entries = entries;
        this.unused = new TreeSet<>(entries.stringPropertyNames());
    }

    static String of(Relation table) {
        String key = "table." + table.tableName();
        return requireNonNull(ALL.entry(key), () -> FILE + " has no " + key);
    }

    static String of(Relation table, String column) {
        List<String> keys = List.of(
                table.tableName() + "." + column, table.storedWith().tableName() + "." + column, "column." + column);
        return keys.stream()
                .map(ALL::entry)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(FILE + " has none of " + keys));
    }

    /** Entries that no table asks for. */
    static Set<String> unused() {
        for (Relation table : Relation.ALL) {
            of(table);
            table.columns().forEach(column -> of(table, column.name()));
            of(table, GlueTables.DAY);
        }
        return ALL.unused;
    }

    private @Nullable String entry(String key) {
        unused.remove(key);
        return entries.getProperty(key);
    }

    private static Comments read() {
        try (Reader text = Files.newBufferedReader(FILE)) {
            Properties entries = new Properties();
            entries.load(text);
            return new Comments(entries);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
