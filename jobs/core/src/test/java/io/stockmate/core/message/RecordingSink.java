package io.stockmate.core.message;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what a message's {@code write} announces. */
final class RecordingSink implements FieldSink {
    private final List<Announced> fields = new ArrayList<>();

    static List<Announced> fieldsOf(Described message) {
        RecordingSink sink = new RecordingSink();
        message.write(sink);
        return sink.fields;
    }

    @Override
    public void text(String name, @Nullable String value) {
        fields.add(new Announced(name, Field.Kind.TEXT, value));
    }

    @Override
    public void integer(String name, long value) {
        number(name, Field.Kind.INTEGER, value);
    }

    @Override
    public void decimal(String name, long value) {
        number(name, Field.Kind.DECIMAL, value);
    }

    @Override
    public void time(String name, long value) {
        number(name, Field.Kind.TIME, value);
    }

    @Override
    public void flag(String name, boolean value) {
        fields.add(new Announced(name, Field.Kind.FLAG, value ? true : null));
    }

    @Override
    public void code(String name, @Nullable Enum<?> value) {
        fields.add(new Announced(name, Field.Kind.CODE, value));
    }

    @Override
    public void hash(String name, long value) {
        fields.add(new Announced(name, Field.Kind.HASH, value));
    }

    @Override
    public void bytes(String name, byte @Nullable [] value) {
        fields.add(new Announced(name, Field.Kind.BYTES, value));
    }

    private void number(String name, Field.Kind kind, long value) {
        fields.add(new Announced(name, kind, Absent.is(value) ? null : value));
    }
}
