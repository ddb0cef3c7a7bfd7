package io.stockmate.core.message;

import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The compact bytes in which messages travel inside a job and rest in state: per present field its position and value.
 * Absent fields take no room, so a reader of a later version finds its new fields absent. {@link #end} closes a
 * message; {@link BinarySource} reads it back.
 */
public final class BinarySink implements FieldSink {
    static final int END = 0xFF;

    private DataOutput out;
    private int position;

    public BinarySink(DataOutput out) {
        this.out = out;
    }

    /** Writes a whole message to {@code out}. */
    public static void write(Described message, DataOutput out) throws IOException {
        try {
            BinarySink sink = new BinarySink(out);
            message.write(sink);
            sink.end();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    /** Starts a message on {@code next}, so that one sink serves many. */
    public BinarySink on(DataOutput next) {
        out = next;
        position = 0;
        return this;
    }

    /** Closes the message; the next field belongs to the next one. */
    public void end() {
        try {
            out.writeByte(END);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        position = 0;
    }

    @Override
    public void text(String name, @Nullable String value) {
        int place = position++;
        if (value == null) {
            return;
        }
        try {
            out.writeByte(place);
            out.writeUTF(value);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void integer(String name, long value) {
        int place = position++;
        if (!Absent.is(value)) {
            number(place, value);
        }
    }

    @Override
    public void decimal(String name, long value) {
        integer(name, value);
    }

    @Override
    public void time(String name, long value) {
        integer(name, value);
    }

    @Override
    public void flag(String name, boolean value) {
        int place = position++;
        if (!value) {
            return;
        }
        try {
            out.writeByte(place);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void code(String name, @Nullable Enum<?> value) {
        int place = position++;
        if (value == null) {
            return;
        }
        try {
            out.writeByte(place);
            out.writeByte(value.ordinal());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void hash(String name, long value) {
        number(position++, value);
    }

    @Override
    public void bytes(String name, byte @Nullable [] value) {
        int place = position++;
        if (value == null) {
            return;
        }
        try {
            out.writeByte(place);
            out.writeInt(value.length);
            out.write(value);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void number(int place, long value) {
        try {
            out.writeByte(place);
            out.writeLong(value);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
