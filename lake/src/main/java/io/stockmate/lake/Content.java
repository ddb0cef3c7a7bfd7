package io.stockmate.lake;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows, and the sum of their hashes, which no order changes. */
record Content(long rows, String hash) {
    /** That of {@code rows}, a view or a query in brackets with a relation's columns. */
    static Content of(DuckDb engine, Relation relation, String rows) {
        String sql = "SELECT count(*), CAST(sum(CAST(hash(" + TableView.columns(relation)
                + ") AS HUGEINT)) AS VARCHAR) FROM " + rows;
        try (Answer answer = engine.ask(sql)) {
            List<@Nullable Object> values = answer.rows().get(0);
            return new Content((Long) Objects.requireNonNull(values.get(0)), String.valueOf(values.get(1)));
        }
    }

    /** @throws IllegalStateException if {@code what} was written otherwise than it should be */
    void refuseUnless(Content expected, String what) {
        if (!equals(expected)) {
            throw new IllegalStateException(what + " hold " + this + " where " + expected
                    + " was to be; they are not used, and the files stay as they are");
        }
    }
}
