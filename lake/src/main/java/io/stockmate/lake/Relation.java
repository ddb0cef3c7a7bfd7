package io.stockmate.lake;

import io.stockmate.core.message.Field;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What SQL asks about by its name: a table, or what the rows of one add up to. */
sealed interface Relation permits LakeTable, Rollup {
    List<Relation> ALL = Stream.<Relation>concat(Stream.of(LakeTable.values()), Stream.of(Rollup.values()))
            .toList();

    /** The name in SQL. */
    String tableName();

    /** The columns, but for the partition column {@code dt}. */
    List<Field> columns();

    /**
     * Where among the columns the number stands by which the rows of a symbol are sorted: its place in what happened to
     * the symbol. 0 where no column tells.
     */
    int place();

    /** The table in whose folders its files lie. */
    LakeTable storedWith();

    /** Of the files in the folder of a day those that count, by name. */
    List<String> counting(DayFiles day, Collection<String> names);
}
