package io.stockmate.lake;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * SQL over a lake on this machine, also while a job writes to it. Each {@link Relation} and every {@link NamedQuery}
 * without parameters is a view; the files of a table are those committed when it is first asked about.
 * Times are UTC. For one thread; {@link #close} frees the engine's memory.
 */
public final class LakeQueries implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("\\w+");

    private final LakeFiles files;
    private final DuckDb engine;
    private final Map<Relation, List<Path>> attached = new HashMap<>();
    private final Set<Relation> withFiles = new HashSet<>();
    private @Nullable Answer last;

    private LakeQueries(LakeFiles files, DuckDb engine) {
        this.files = files;
        this.engine = engine;
    }

    /**
     * Opens the lake at {@code root}.
     *
     * @throws QueryRefused if there is no such directory
     */
    public static LakeQueries open(Path root) {
        LakeFiles files = new LakeFiles(root);
        DuckDb engine = DuckDb.start();
        try {
            describeViews(engine);
        } catch (QueryRefused failure) {
            engine.close();
            throw failure;
        }
        return new LakeQueries(files, engine);
    }

    /** The names of all that can be asked about besides saved queries. */
    public static List<String> relations() {
        return Relation.ALL.stream().map(Relation::tableName).toList();
    }

    private static void describeViews(DuckDb engine) {
        for (Relation relation : Relation.ALL) {
            engine.run(TableView.described(relation));
        }
        for (NamedQuery query : NamedQuery.all()) {
            if (query.isView()) {
                engine.run("CREATE VIEW " + query.name() + " AS\n" + query.sql());
            }
        }
    }

    /**
     * Asks a {@link NamedQuery} by its name, or SQL. Ends the answer to the question before.
     *
     * @throws QueryRefused if there is no query of this name, or with the engine's complaint about the SQL
     */
    public Answer ask(String nameOrSql) {
        return ask(nameOrSql, Map.of());
    }

    /**
     * The same with what the query wants to be told, by the parameters' names. Values are bound, never made part of the
     * SQL.
     *
     * @throws QueryRefused also if a value is missing, unknown or none of its type
     */
    public Answer ask(String nameOrSql, Map<String, String> parameters) {
        String asked = nameOrSql.strip();
        if (!NAME.matcher(asked).matches()) {
            if (!parameters.isEmpty()) {
                throw new QueryRefused("parameters " + parameters.keySet() + " go with a saved query, not with SQL");
            }
            return answer(asked, List.of());
        }
        NamedQuery query = NamedQuery.of(asked);
        return answer(query.sql(), query.values(parameters));
    }

    private Answer answer(String sql, List<Object> values) {
        if (last != null) {
            last.close();
        }
        attachTablesIn(sql);
        Answer answer = engine.ask(sql, values);
        last = answer;
        return answer;
    }

    @Override
    public void close() {
        engine.close();
    }

    /**
     * Gives the engine the files of the tables whose names occur in {@code sql} or in a view that occurs in it: to
     * attach a table costs a look into each of its files.
     */
    private void attachTablesIn(String sql) {
        String all = NamedQuery.all().stream()
                .filter(NamedQuery::isView)
                .filter(query -> mentions(sql, query.name()))
                .map(NamedQuery::sql)
                .collect(Collectors.joining("\n", sql + "\n", ""));
        boolean asksForFiles = sql.contains("\"$path\"") || sql.contains("\"$file_size\"");
        for (Relation relation : Relation.ALL) {
            if (mentions(all, relation.tableName())) {
                attach(relation, asksForFiles);
            }
        }
    }

    private void attach(Relation relation, boolean asksForFiles) {
        boolean isNew = !attached.containsKey(relation);
        if (isNew || withFiles.contains(relation) != asksForFiles) {
            List<Path> found = attached.computeIfAbsent(relation, files::of);
            engine.run(asksForFiles ? TableView.withFiles(relation, found) : TableView.over(relation, found));
            if (asksForFiles) {
                withFiles.add(relation);
            } else {
                withFiles.remove(relation);
            }
        }
    }

    private static boolean mentions(String sql, String name) {
        return Pattern.compile("\\b" + name + "\\b", Pattern.CASE_INSENSITIVE)
                .matcher(sql)
                .find();
    }
}
