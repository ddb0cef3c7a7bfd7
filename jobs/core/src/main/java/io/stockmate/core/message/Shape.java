package io.stockmate.core.message;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Learns the fields of a message from its own {@code read}: schemas are generated from what it records. It hands out
 * empty values, so a message's constructor must take them.
 */
public final class Shape implements FieldSource {
    private static final byte[] NO_BYTES = {};

    private final List<Field> fields = new ArrayList<>();

    private Shape() {}

    public static List<Field> of(Consumer<FieldSource> read) {
        Shape shape = new Shape();
        read.accept(shape);
        return List.copyOf(shape.fields);
    }

    private void field(String name, Field.Kind kind, boolean optional) {
        fields.add(new Field(name, kind, optional));
    }

    @Override
    public String text(String name) {
        field(name, Field.Kind.TEXT, false);
        return "";
    }

    @Override
    public @Nullable String optionalText(String name) {
        field(name, Field.Kind.TEXT, true);
        return null;
    }

    @Override
    public long integer(String name) {
        field(name, Field.Kind.INTEGER, false);
        return 0;
    }

    @Override
    public long optionalInteger(String name) {
        field(name, Field.Kind.INTEGER, true);
        return Absent.NUMBER;
    }

    @Override
    public long decimal(String name) {
        field(name, Field.Kind.DECIMAL, false);
        return 0;
    }

    @Override
    public long optionalDecimal(String name) {
        field(name, Field.Kind.DECIMAL, true);
        return Absent.NUMBER;
    }

    @Override
    public long time(String name) {
        field(name, Field.Kind.TIME, false);
        return 0;
    }

    @Override
    public long optionalTime(String name) {
        field(name, Field.Kind.TIME, true);
        return Absent.NUMBER;
    }

    @Override
    public boolean flag(String name) {
        field(name, Field.Kind.FLAG, true);
        return false;
    }

    @Override
    public <E extends Enum<E>> E code(String name, Class<E> type) {
        field(name, Field.Kind.CODE, false);
        return type.getEnumConstants()[0];
    }

    @Override
    public <E extends Enum<E>> @Nullable E optionalCode(String name, Class<E> type) {
        field(name, Field.Kind.CODE, true);
        return null;
    }

    @Override
    public long hash(String name) {
        field(name, Field.Kind.HASH, false);
        return 0;
    }

    @Override
    public byte[] bytes(String name) {
        field(name, Field.Kind.BYTES, false);
        return NO_BYTES;
    }
}
