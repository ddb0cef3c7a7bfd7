package io.stockmate.core.message;

import org.jspecify.annotations.Nullable;

/**
 * Hands out the fields of a message in the order in which {@link FieldSink} received them. A method without
 * {@code optional} in its name throws {@link FieldRefused} where the field is absent; any method does where the value
 * is not of its kind.
 */
public interface FieldSource {
    /** Free text of at most 1,024 characters. */
    String text(String name);

    @Nullable
    String optionalText(String name);

    /** JSON or the like, as long as the record allows. */
    default String document(String name) {
        return text(name);
    }

    /** A producer's own id: 1 to 64 of {@code [A-Za-z0-9_-]}. */
    default String id(String name) {
        return text(name);
    }

    default @Nullable String optionalId(String name) {
        return optionalText(name);
    }

    /** A reference to a derived id: 1 to 160 of {@code [A-Za-z0-9._-]}. */
    default String reference(String name) {
        return text(name);
    }

    default @Nullable String optionalReference(String name) {
        return optionalText(name);
    }

    long integer(String name);

    /** {@link Absent#NUMBER} where absent. */
    long optionalInteger(String name);

    /** In units of 10⁻⁴. */
    long decimal(String name);

    /** In units of 10⁻⁴; {@link Absent#NUMBER} where absent. */
    long optionalDecimal(String name);

    /** Epoch milliseconds UTC. */
    long time(String name);

    /** Epoch milliseconds UTC; {@link Absent#NUMBER} where absent. */
    long optionalTime(String name);

    /** False where absent. */
    boolean flag(String name);

    <E extends Enum<E>> E code(String name, Class<E> type);

    <E extends Enum<E>> @Nullable E optionalCode(String name, Class<E> type);

    long hash(String name);

    byte[] bytes(String name);
}
