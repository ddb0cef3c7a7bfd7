package io.stockmate.connectors.wire;

import io.stockmate.core.message.FieldRefused;
import org.jspecify.annotations.Nullable;

/** The alphabets and lengths of names and ids. */
enum Identifier {
    SYMBOL(32, "A-Z0-9._-"),
    ACCOUNT(32, "A-Za-z0-9_-"),
    /** A producer's own id. */
    ID(64, "A-Za-z0-9_-"),
    /** An id that the market derived. */
    REFERENCE(160, "A-Za-z0-9._-");

    private final int lengthMax;
    private final String alphabet;
    private final boolean lowerCase;
    private final boolean dots;

    Identifier(int lengthMax, String alphabet) {
        this.lengthMax = lengthMax;
        this.alphabet = alphabet;
        this.lowerCase = alphabet.contains("a-z");
        this.dots = alphabet.contains(".");
    }

    /** The value itself; null where it is null. */
    @Nullable
    String check(String name, @Nullable String value) {
        if (value == null || matches(value)) {
            return value;
        }
        throw new FieldRefused(
                name, '"' + Printable.of(value, 40) + "\" is not 1 to " + lengthMax + " of [" + alphabet + "]");
    }

    private boolean matches(String value) {
        if (value.isEmpty() || value.length() > lengthMax) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (!allows(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean allows(char c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || (c == '.' && dots)
                || (c >= 'a' && c <= 'z' && lowerCase);
    }
}
