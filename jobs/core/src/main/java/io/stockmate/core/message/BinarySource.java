package io.stockmate.core.message;

import java.io.DataInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what {@link BinarySink} wrote. */
public final class BinarySource implements FieldSource {
    private static final ClassValue<Enum<?>[]> CONSTANTS = new ClassValue<>() {
        @Override
        protected Enum<?>[] computeValue(Class<?> type) {
            return (Enum<?>[]) type.getEnumConstants();
        }
    };

    private DataInput in;
    private int position;
    private int next;

    private BinarySource(DataInput in) {
        this.in = in;
    }

    /**
     * Reads a whole message from {@code in}.
     *
     * @throws IOException where the bytes end early, or hold a field or an enum constant of a later version
     * @throws FieldRefused where they lack a field that is required
     */
    public static <T> T read(Function<FieldSource, T> read, DataInput in) throws IOException {
        try {
            BinarySource source = new BinarySource(in);
            source.next = in.readUnsignedByte();
            T message = read.apply(source);
            if (source.next != BinarySink.END) {
                throw new IOException("field " + source.next + " of "
                        + message.getClass().getSimpleName() + " is not known to this version");
            }
            return message;
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    /** Whether the next field to be read is present. */
    private boolean present() {
        return next == position++;
    }

    private void advance() throws IOException {
        next = in.readUnsignedByte();
    }

    private <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new FieldRefused(name, "absent");
        }
        return value;
    }

    private long required(String name, long value) {
        if (Absent.is(value)) {
            throw new FieldRefused(name, "absent");
        }
        return value;
    }

    @Override
    public String text(String name) {
        return required(name, optionalText(name));
    }

    @Override
    public @Nullable String optionalText(String name) {
        if (!present()) {
            return null;
        }
        try {
            String value = in.readUTF();
            advance();
            return value;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public long integer(String name) {
        return required(name, optionalInteger(name));
    }

    @Override
    public long optionalInteger(String name) {
        if (!present()) {
            return Absent.NUMBER;
        }
        return number();
    }

    @Override
    public long decimal(String name) {
        return integer(name);
    }

    @Override
    public long optionalDecimal(String name) {
        return optionalInteger(name);
    }

    @Override
    public long time(String name) {
        return integer(name);
    }

    @Override
    public long optionalTime(String name) {
        return optionalInteger(name);
    }

    @Override
    public boolean flag(String name) {
        if (!present()) {
            return false;
        }
        try {
            advance();
            return true;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public <E extends Enum<E>> E code(String name, Class<E> type) {
        return required(name, optionalCode(name, type));
    }

    @Override
    public <E extends Enum<E>> @Nullable E optionalCode(String name, Class<E> type) {
        if (!present()) {
            return null;
        }
        try {
            Enum<?>[] constants = CONSTANTS.get(type);
            int ordinal = in.readUnsignedByte();
            if (ordinal >= constants.length) {
                throw new IOException(name + ": constant " + ordinal + " of " + type.getSimpleName()
                        + " is not known to this version");
            }
            advance();
            return type.cast(constants[ordinal]);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public long hash(String name) {
        if (!present()) {
            throw new FieldRefused(name, "absent");
        }
        return number();
    }

    @Override
    public byte[] bytes(String name) {
        if (!present()) {
            throw new FieldRefused(name, "absent");
        }
        try {
            byte[] value = CountedBytes.read(name, in);
            advance();
            return value;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private long number() {
        try {
            long value = in.readLong();
            advance();
            return value;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
