package io.stockmate.connectors.wire;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.FieldRefused;
import io.stockmate.core.message.FieldSource;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Reads fields from a JSON object. A member that is null counts as absent. Decimals are strings or numbers, exact to
 * four decimals and below 10¹⁸ units; whole numbers and times are JSON integers without point or exponent; nothing is
 * converted from one kind to another.
 */
final class JsonSource implements FieldSource {
    /** Characters of free text in a command. */
    static final int TEXT_LENGTH_MAX = 1_024;

    /** 9999-12-31T23:59:59.999Z in epoch milliseconds: what is later, or before 1970, is no time. */
    static final long TIME_MAX = 253_402_300_799_999L;

    private final JsonObject object;
    private final int textLengthMax;
    private final boolean takesNul;

    private JsonSource(JsonObject object, int textLengthMax, boolean takesNul) {
        this.object = object;
        this.textLengthMax = textLengthMax;
        this.takesNul = takesNul;
    }

    /**
     * A command as its producer sent it: what PostgreSQL could not hold is refused here, while there is somebody to
     * tell.
     */
    static JsonSource ofCommand(JsonObject object) {
        return new JsonSource(object, TEXT_LENGTH_MAX, false);
    }

    /** A command that a market has accepted: what it may hold was decided then. */
    static JsonSource ofAcceptedCommand(JsonObject object) {
        return new JsonSource(object, TEXT_LENGTH_MAX, true);
    }

    /** What this program has written itself. */
    static JsonSource ofLog(JsonObject object) {
        return new JsonSource(object, JsonObject.STRING_LENGTH_MAX, true);
    }

    /** The member as an object of its own. */
    JsonSource object(String name) {
        JsonValue value = required(name, object.value(name));
        if (value.kind() != JsonValue.Kind.NESTED) {
            throw refused(name, value, "is no object");
        }
        try {
            return new JsonSource(JsonObject.parse(value.text()), textLengthMax, takesNul);
        } catch (IOException noObject) {
            throw refused(name, value, "is no object");
        }
    }

    @Override
    public String text(String name) {
        return required(name, optionalText(name));
    }

    @Override
    public @Nullable String optionalText(String name) {
        String text = string(name);
        if (text != null && text.length() > textLengthMax) {
            throw new FieldRefused(name, text.length() + " characters are more than " + textLengthMax);
        }
        return text;
    }

    @Override
    public String document(String name) {
        return required(name, string(name));
    }

    /** 1 to 32 of {@code [A-Z0-9._-]}. */
    String symbol(String name) {
        return required(name, Identifier.SYMBOL.check(name, string(name)));
    }

    /** 1 to 32 of {@code [A-Za-z0-9_-]}. */
    String account(String name) {
        return required(name, Identifier.ACCOUNT.check(name, string(name)));
    }

    @Override
    public String id(String name) {
        return required(name, optionalId(name));
    }

    @Override
    public @Nullable String optionalId(String name) {
        return Identifier.ID.check(name, string(name));
    }

    @Override
    public String reference(String name) {
        return required(name, optionalReference(name));
    }

    @Override
    public @Nullable String optionalReference(String name) {
        return Identifier.REFERENCE.check(name, string(name));
    }

    @Override
    public long integer(String name) {
        return required(name, optionalInteger(name));
    }

    @Override
    public long optionalInteger(String name) {
        JsonValue value = object.value(name);
        if (value == null) {
            return Absent.NUMBER;
        }
        if (value.kind() != JsonValue.Kind.INTEGER) {
            throw refused(name, value, "is no whole number");
        }
        try {
            long number = Long.parseLong(value.text());
            if (!Absent.is(number)) {
                return number;
            }
        } catch (NumberFormatException beyondLong) {
            // The grammar is known to hold: what remains is the range.
        }
        throw refused(name, value, "is beyond 9223372036854775807");
    }

    @Override
    public long decimal(String name) {
        return required(name, optionalDecimal(name));
    }

    @Override
    public long optionalDecimal(String name) {
        JsonValue value = object.value(name);
        if (value == null) {
            return Absent.NUMBER;
        }
        try {
            return switch (value.kind()) {
                case STRING -> ExactDecimal.parse(value.text(), false);
                case INTEGER, FRACTION -> ExactDecimal.parse(value.text(), true);
                case TRUE, FALSE, NULL, NESTED -> throw new NumberFormatException("is no number");
            };
        } catch (NumberFormatException problem) {
            throw refused(name, value, String.valueOf(problem.getMessage()));
        }
    }

    @Override
    public long time(String name) {
        return required(name, optionalTime(name));
    }

    @Override
    public long optionalTime(String name) {
        long time = optionalInteger(name);
        if (!Absent.is(time) && (time < 0 || time > TIME_MAX)) {
            throw new FieldRefused(name, time + " is not within 0 to " + TIME_MAX + " (9999-12-31)");
        }
        return time;
    }

    @Override
    public boolean flag(String name) {
        JsonValue value = object.value(name);
        if (value == null || value.kind() == JsonValue.Kind.FALSE) {
            return false;
        }
        if (value.kind() != JsonValue.Kind.TRUE) {
            throw refused(name, value, "is neither true nor false");
        }
        return true;
    }

    @Override
    public <E extends Enum<E>> E code(String name, Class<E> type) {
        return required(name, optionalCode(name, type));
    }

    @Override
    public <E extends Enum<E>> @Nullable E optionalCode(String name, Class<E> type) {
        String code = string(name);
        if (code == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(code)) {
                return constant;
            }
        }
        throw new FieldRefused(name, '"' + Printable.of(code, 40) + "\" is no " + type.getSimpleName());
    }

    @Override
    public long hash(String name) {
        String digits = required(name, string(name));
        if (digits.length() != 16) {
            throw new FieldRefused(name, digits.length() + " characters instead of 16 hex digits");
        }
        try {
            return HexFormat.fromHexDigitsToLong(digits);
        } catch (IllegalArgumentException noHex) {
            throw new FieldRefused(name, "not 16 hex digits");
        }
    }

    @Override
    public byte[] bytes(String name) {
        try {
            return Base64.getDecoder().decode(required(name, string(name)));
        } catch (IllegalArgumentException noBase64) {
            throw new FieldRefused(name, "not base64");
        }
    }

    private @Nullable String string(String name) {
        JsonValue value = object.value(name);
        if (value == null) {
            return null;
        }
        if (value.kind() != JsonValue.Kind.STRING) {
            throw refused(name, value, "is no string");
        }
        if (hasLoneSurrogate(value.text())) {
            throw new FieldRefused(name, "half of a surrogate pair has no UTF-8");
        }
        if (!takesNul && value.text().indexOf('\0') >= 0) {
            throw new FieldRefused(name, "U+0000 is in no text");
        }
        return value.text();
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new FieldRefused(name, "absent");
        }
        return value;
    }

    private static long required(String name, long value) {
        if (Absent.is(value)) {
            throw new FieldRefused(name, "absent");
        }
        return value;
    }

    private static FieldRefused refused(String name, JsonValue value, String problem) {
        return new FieldRefused(name, value.shown() + ' ' + problem);
    }
}
