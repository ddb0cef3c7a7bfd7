package io.stockmate.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Java's own streams say what the bytes are. */
class BytesTest {
    private static final List<String> TEXTS =
            List.of("", "SKU-1", "nul \0", "käse", "€ 1", "🍎", "\uD83C", "x".repeat(999));

    private static void write(DataOutput out) throws IOException {
        out.writeBoolean(true);
        out.writeByte(-2);
        out.write(300);
        out.writeShort(-300);
        out.writeChar('€');
        out.writeInt(-70_000);
        out.writeLong(Long.MIN_VALUE + 1);
        out.writeFloat(0.1f);
        out.writeDouble(-0.1);
        out.write(new byte[] {1, 2, 3});
        out.write(new byte[] {1, 2, 3}, 1, 1);
        out.writeBytes("bytes");
        out.writeChars("chars");
        for (String text : TEXTS) {
            out.writeUTF(text);
        }
    }

    private static List<Object> read(DataInput in) throws IOException {
        List<Object> values = new ArrayList<>(List.of(in.readBoolean(), in.readByte(), in.readUnsignedByte()));
        values.addAll(List.of(in.readShort(), in.readChar(), in.readInt(), in.readLong()));
        values.addAll(List.of(in.readFloat(), in.readDouble(), in.skipBytes(2), in.readUnsignedShort()));
        byte[] rest = new byte[15];
        in.readFully(rest);
        values.add(rest[14]);
        while (values.size() < 12 + TEXTS.size()) {
            values.add(in.readUTF());
        }
        return values;
    }

    private static byte[] javasBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    @Test
    void bytesAreThoseOfJavasStream() throws IOException {
        BytesOutput out = new BytesOutput(1);
        write(out);

        assertThat(out.toByteArray()).isEqualTo(javasBytes());
        assertThat(out.length()).isEqualTo(javasBytes().length);

        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        out.clear().writeInt(7);
        out.writeTo(new DataOutputStream(copy));
        assertThat(copy.toByteArray()).containsExactly(0, 0, 0, 7);
    }

    @Test
    void valuesAreThoseThatJavasStreamReads() throws IOException {
        byte[] bytes = javasBytes();

        List<Object> values = read(new BytesInput(bytes));

        assertThat(values).isEqualTo(read(new DataInputStream(new ByteArrayInputStream(bytes))));
        assertThat(values.subList(12, values.size())).isEqualTo(TEXTS);
    }

    @Test
    void repeatedTextIsTheSameStringAndAnotherOneIsNot() throws IOException {
        BytesOutput out = new BytesOutput(1);
        List<String> texts = new ArrayList<>(TEXTS);
        for (int i = 0; i < 2_000; i++) {
            texts.add("SKU-" + i % 700);
        }
        for (String text : texts) {
            out.writeUTF(text);
            out.writeUTF(text);
        }

        BytesInput in = new BytesInput(out.toByteArray());

        for (String text : texts) {
            String read = in.readRepeatedUTF();
            assertThat(read).isEqualTo(text);
            String again = in.readRepeatedUTF();
            assertThat(again).isEqualTo(text);
            if (text.startsWith("SKU")) {
                assertThat(again).isSameAs(read);
            }
        }
    }

    @Test
    void repeatedTextIsWrittenAsAnyOther() throws IOException {
        BytesOutput repeated = new BytesOutput(1);
        BytesOutput plain = new BytesOutput(1);
        for (int i = 0; i < 2_000; i++) {
            String text = i % 3 == 0 ? TEXTS.get(i % TEXTS.size()) : "SKU-" + i % 7 * 100;
            repeated.writeRepeatedUTF(text);
            plain.writeUTF(text);
        }

        assertThat(repeated.toByteArray()).isEqualTo(plain.toByteArray());
    }

    @Test
    void nothingIsReadBehindTheEnd() throws IOException {
        BytesInput in = new BytesInput(new byte[0]);
        DataInputStream source = new DataInputStream(
                new ByteArrayInputStream(new byte[] {0, 0, 0, 4, 0, 0, 0, 9, 0, 0, 0, 3, 0, 0, 0, 8, 1}));
        in.fill(source);
        assertThat(in.readInt()).isEqualTo(9);
        in.fill(source);

        assertThatThrownBy(in::readInt)
                .isInstanceOf(EOFException.class)
                .hasMessage("4 more bytes are wanted where 3 are left");
        assertThat(in.skipBytes(5)).isEqualTo(3);
        assertThatThrownBy(in::readByte).isInstanceOf(EOFException.class);
        assertThatThrownBy(in::readLine).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void textThatTakesTooManyBytesIsRefused() {
        assertThatThrownBy(() -> new BytesOutput(1).writeUTF("€".repeat(21_846)))
                .isInstanceOf(UTFDataFormatException.class)
                .hasMessage("a text takes 65538 bytes; the limit is 65535");
    }
}
