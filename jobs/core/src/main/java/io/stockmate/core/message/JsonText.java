package io.stockmate.core.message;

import org.jspecify.annotations.Nullable;

/**
 * Writes fields as members of one JSON object: decimals as strings with the fewest digits after the point, hashes as
 * 16 hex digits, bytes in base64, absent fields not at all. The one way in which JSON of ours comes about.
 */
public final class JsonText implements FieldSink {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder text;
    private boolean first = true;

    private JsonText(StringBuilder text) {
        this.text = text;
    }

    /** Opens an object at the end of {@code text}. */
    public static JsonText open(StringBuilder text) {
        text.append('{');
        return new JsonText(text);
    }

    /** A command as a producer would send it. */
    public static String of(Command command) {
        return of(command, Absent.NUMBER);
    }

    /** The same, and in a last member, {@code count}, how many orders it concerned. */
    public static String of(Command command, long count) {
        StringBuilder text = new StringBuilder(256);
        JsonText json = open(text);
        json.text("type", command.body().type().wireName());
        json.text("symbol", command.symbol());
        json.text("account", command.account());
        json.time("transactTime", command.transactTime());
        command.body().write(json);
        json.integer("count", count);
        json.close();
        return text.toString();
    }

    /** An event as it stands in the stream {@code events}. */
    public static String of(Event event) {
        StringBuilder text = new StringBuilder(512);
        JsonText json = open(text);
        json.text("type", event.body().type().wireName());
        event.header().write(json);
        json.hash("chain", event.chain());
        json.object("cause", event.cause());
        event.body().write(json);
        json.close();
        return text.toString();
    }

    /** A notice as it stands in the stream {@code alerts}. */
    public static String of(Notice notice) {
        StringBuilder text = new StringBuilder(1_024);
        JsonText json = open(text);
        json.text("type", notice.wireName());
        notice.write(json);
        json.close();
        return text.toString();
    }

    /** A record as it stands in the delivery stream {@code accounting}. */
    public static String of(AccountingRecord accounting) {
        StringBuilder text = new StringBuilder(512);
        JsonText json = open(text);
        json.text("type", accounting.wireName());
        accounting.write(json);
        json.close();
        return text.toString();
    }

    public void close() {
        text.append('}');
    }

    /** A member that is an object of its own. */
    public void object(String name, Described value) {
        name(name);
        JsonText inner = open(text);
        value.write(inner);
        inner.close();
    }

    @Override
    public void text(String name, @Nullable String value) {
        if (value != null) {
            name(name);
            quoted(value);
        }
    }

    @Override
    public void integer(String name, long value) {
        if (!Absent.is(value)) {
            name(name);
            text.append(value);
        }
    }

    @Override
    public void decimal(String name, long value) {
        if (!Absent.is(value)) {
            name(name);
            text.append('"');
            Decimal.append(text, value);
            text.append('"');
        }
    }

    @Override
    public void time(String name, long value) {
        integer(name, value);
    }

    @Override
    public void flag(String name, boolean value) {
        if (value) {
            name(name);
            text.append("true");
        }
    }

    @Override
    public void code(String name, @Nullable Enum<?> value) {
        if (value != null) {
            name(name);
            text.append('"').append(value.name()).append('"');
        }
    }

    @Override
    public void hash(String name, long value) {
        name(name);
        text.append('"');
        for (int shift = 60; shift >= 0; shift -= 4) {
            text.append(HEX.charAt((int) (value >>> shift) & 15));
        }
        text.append('"');
    }

    @Override
    public void bytes(String name, byte @Nullable [] value) {
        if (value != null) {
            text(name, java.util.Base64.getEncoder().encodeToString(value));
        }
    }

    private void name(String name) {
        if (!first) {
            text.append(',');
        }
        first = false;
        text.append('"').append(name).append("\":");
    }

    private void quoted(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < 0x20) {
                text.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
