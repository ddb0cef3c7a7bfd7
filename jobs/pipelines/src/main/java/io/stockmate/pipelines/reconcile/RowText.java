package io.stockmate.pipelines.reconcile;

import io.stockmate.core.message.Absent;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A row as {@link io.stockmate.connectors.projection.ViewReader.Row} has it: what is absent is left out. */
final class RowText {
    private final StringJoiner values = new StringJoiner(" ");

    RowText with(String name, long value) {
        if (!Absent.is(value)) {
            values.add(name + "=" + value);
        }
        return this;
    }

    RowText with(String name, @Nullable Object value) {
        if (value != null) {
            values.add(name + "=" + value);
        }
        return this;
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
