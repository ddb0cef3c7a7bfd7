package io.stockmate.core.chain;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.FieldSink;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes over which hashes go. Per present field: its position (u16, little-endian, counted from 0 over all fields
 * announced since {@link #clear}) and its value: numbers as i64 little-endian, texts and enum names as u16 length and
 * UTF-8 (a lone surrogate being {@code ?}, as it is in JSON's bytes), a true flag as one byte 1, bytes as u32 length
 * and themselves. Absent fields leave nothing, so a new optional field at the end of a message changes no hash of older
 * ones.
 */
public final class CanonicalForm implements FieldSink {
    private static final int TEXT_LENGTH_MAX = 0xFFFF;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    /** The constants of an enum as they stand in the form: length and name. */
    private static final ClassValue<byte[][]> NAMES = new ClassValue<>() {
        @Override
        protected byte[][] computeValue(Class<?> type) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> new CanonicalForm().lengthAndText(((Enum<?>) constant).name()))
                    .toArray(byte[][]::new);
        }
    };

    private byte[] buffer = new byte[512];
    private int length;
    private int position;

    /** Empties the form. */
    public CanonicalForm clear() {
        length = 0;
        position = 0;
        return this;
    }

    /** Empties the form and begins it with fields that {@link #toBytes} gave of another one. */
    CanonicalForm beginWith(byte[] form, int fields) {
        System.arraycopy(form, 0, buffer, 0, form.length);
        length = form.length;
        position = fields;
        return this;
    }

    /** The xxHash64 of the form under {@code seed}. */
    public long hash(long seed) {
        return XxHash64.hash(buffer, 0, length, seed);
    }

    /** A copy of the bytes. */
    public byte[] toBytes() {
        return Arrays.copyOf(buffer, length);
    }

    private byte[] lengthAndText(String text) {
        string("name", text);
        return toBytes();
    }

    @Override
    public void text(String name, @Nullable String value) {
        int place = position++;
        if (value != null) {
            position(place);
            string(name, value);
        }
    }

    @Override
    public void derivedId(String name, String symbol, long number) {
        position(position++);
        int start = length;
        string(name, symbol);
        room(1 + Digits.MAX);
        buffer[length++] = '-';
        length = Digits.write(number, buffer, length);
        SHORTS.set(buffer, start, (short) (length - start - 2));
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
        if (value) {
            position(place);
            room(1);
            buffer[length++] = 1;
        }
    }

    @Override
    public void code(String name, @Nullable Enum<?> value) {
        int place = position++;
        if (value != null) {
            position(place);
            byte[] text = NAMES.get(value.getDeclaringClass())[value.ordinal()];
            room(text.length);
            System.arraycopy(text, 0, buffer, length, text.length);
            length += text.length;
        }
    }

    @Override
    public void hash(String name, long value) {
        number(position++, value);
    }

    @Override
    public void bytes(String name, byte @Nullable [] value) {
        int place = position++;
        if (value != null) {
            position(place);
            room(4 + value.length);
            for (int shift = 0; shift < 32; shift += 8) {
                buffer[length++] = (byte) (value.length >>> shift);
            }
            System.arraycopy(value, 0, buffer, length, value.length);
            length += value.length;
        }
    }

    private void string(String name, String value) {
        int characters = value.length();
        room(2 + 3 * characters);
        int start = length + 2;
        int bytes = characters;
        if (!copyAscii(value, buffer, start)) {
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            System.arraycopy(utf8, 0, buffer, start, utf8.length);
            bytes = utf8.length;
        }
        if (bytes > TEXT_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    name + " has " + bytes + " bytes of UTF-8; the limit is " + TEXT_LENGTH_MAX);
        }
        SHORTS.set(buffer, length, (short) bytes);
        length = start + bytes;
    }

    /** Copies the characters and tells whether all are ASCII; what it copied means nothing if they are not. */
    private static boolean copyAscii(String value, byte[] to, int start) {
        int all = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            all |= c;
            to[start + i] = (byte) c;
        }
        return all < 0x80;
    }

    private void position(int place) {
        room(2);
        SHORTS.set(buffer, length, (short) place);
        length += 2;
    }

    private void number(int place, long value) {
        room(2 + Long.BYTES);
        SHORTS.set(buffer, length, (short) place);
        LONGS.set(buffer, length + 2, value);
        length += 2 + Long.BYTES;
    }

    private void room(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
        }
    }
}
