package io.stockmate.pipelines.reconcile;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.Described;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.FieldSink;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A message's fields by name, to tell people how two differ. */
final class FieldValues implements FieldSink {
    private static final int SHOWN_MAX = 80;
    private static final String NOTHING = "nothing";

    private final Map<String, String> values = new LinkedHashMap<>();

    private static FieldValues of(Event event) {
        FieldValues fields = new FieldValues();
        fields.values.put("type", event.body().type().wireName());
        event.header().write(fields);
        fields.hash("chain", event.chain());
        event.body().write(fields);
        return fields;
    }

    private static FieldValues of(Described message) {
        FieldValues fields = new FieldValues();
        message.write(fields);
        return fields;
    }

    /** The fields in which the messages differ, as {@code name A here, B there}. */
    static String difference(Described one, String here, Described other, String there) {
        return difference(of(one).values, here, of(other).values, there);
    }

    /** The fields in which the events differ, but for their cause, as {@code name A here, B there}. */
    static String difference(Event one, String here, Event other, String there) {
        return difference(of(one).values, here, of(other).values, there);
    }

    private static String difference(Map<String, String> first, String here, Map<String, String> second, String there) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        for (String name : names) {
            String a = first.getOrDefault(name, NOTHING);
            String b = second.getOrDefault(name, NOTHING);
            if (!a.equals(b)) {
                differences.add(name + " " + a + " " + here + ", " + b + " " + there);
            }
        }
        return String.join("; ", differences);
    }

    private void put(String name, String value) {
        values.put(name, value.length() <= SHOWN_MAX ? value : value.substring(0, SHOWN_MAX) + "…");
    }

    @Override
    public void text(String name, @Nullable String value) {
        if (value != null) {
            put(name, value);
        }
    }

    @Override
    public void integer(String name, long value) {
        if (!Absent.is(value)) {
            put(name, Long.toString(value));
        }
    }

    @Override
    public void decimal(String name, long value) {
        if (!Absent.is(value)) {
            put(name, Decimal.toString(value));
        }
    }

    @Override
    public void time(String name, long value) {
        integer(name, value);
    }

    @Override
    public void flag(String name, boolean value) {
        put(name, Boolean.toString(value));
    }

    @Override
    public void code(String name, @Nullable Enum<?> value) {
        text(name, value == null ? null : value.name());
    }

    @Override
    public void hash(String name, long value) {
        put(name, HexFormat.of().toHexDigits(value));
    }

    @Override
    public void bytes(String name, byte @Nullable [] value) {
        text(name, value == null ? null : HexFormat.of().formatHex(value));
    }
}
