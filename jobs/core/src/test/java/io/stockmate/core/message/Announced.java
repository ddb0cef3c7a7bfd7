package io.stockmate.core.message;

import org.jspecify.annotations.Nullable;

/**
 * A field as a message's {@code write} announces it.
 *
 * @param value null where absent, a flag that is not set included
 */
record Announced(String name, Field.Kind kind, @Nullable Object value) {}
