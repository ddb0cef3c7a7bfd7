package io.stockmate.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BinaryRoundTripTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    static Stream<MessageType<?>> types() {
        return MessageType.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    <T extends Described> void fullMessageReadsAsItWasWritten(MessageType<T> type) throws IOException {
        assertRoundTrip(type.full(), type.read());
    }

    @ParameterizedTest
    @MethodSource("types")
    <T extends Described> void bareMessageReadsAsItWasWritten(MessageType<T> type) throws IOException {
        assertRoundTrip(type.bare(), type.read());
    }

    @ParameterizedTest
    @MethodSource("types")
    <T extends Described> void extremeValuesReadAsTheyWereWritten(MessageType<T> type) throws IOException {
        assertRoundTrip(type.read().apply(new ExtremeSource(Long.MAX_VALUE, "", new byte[0])), type.read());
        assertRoundTrip(
                type.read().apply(new ExtremeSource(Long.MIN_VALUE + 1, "\0\ud83d手📱", new byte[1])), type.read());
        assertRoundTrip(type.read().apply(new ExtremeSource(0, "x".repeat(65_535), new byte[70_000])), type.read());
    }

    @Test
    void hashMayHaveTheValueThatMeansAbsentElsewhere() throws IOException {
        assertRoundTrip(new Refused(CommandType.TICK, null, "price", Absent.NUMBER), Refused::read);
    }

    @Test
    void messagesFollowEachOtherInOneStream() throws IOException {
        for (CommandBody body : Specimens.commandBodies()) {
            BinarySink.write(body, out);
        }

        DataInputStream in = in();
        for (CommandBody body : Specimens.commandBodies()) {
            Function<FieldSource, CommandBody> read = body instanceof Refused ? Refused::read : body.type()::read;
            assertThat(BinarySource.read(read, in)).isEqualTo(body);
        }
        assertThat(in.read()).isEqualTo(-1);
    }

    @Test
    void oneSinkServesManyStreams() throws IOException {
        BinarySink sink = new BinarySink(out);
        Specimens.cause().write(sink);
        sink.end();
        ByteArrayOutputStream others = new ByteArrayOutputStream();
        Specimens.cause().write(sink.on(new DataOutputStream(others)));
        sink.end();

        assertThat(others.toByteArray()).isEqualTo(bytes.toByteArray());
    }

    /** State of earlier versions is read by later ones: these bytes may not change. */
    @Test
    void bytesArePositionAndValueOfPresentFields() throws IOException {
        BinarySink.write(new MoveStock("mé", MoveKind.COUNT, 258, null, "r", Absent.NUMBER), out);

        assertThat(HexFormat.of().formatHex(bytes.toByteArray()))
                .isEqualTo("00 0003 6dc3a9  01 02  02 0000000000000102  04 0001 72  ff".replace(" ", ""));
    }

    @Test
    void flagHashAndBytesHaveTheirForms() throws IOException {
        BinarySink sink = new BinarySink(out);
        sink.flag("a", true);
        sink.flag("b", false);
        sink.hash("c", -2);
        sink.bytes("d", new byte[] {7, 8});
        sink.end();

        assertThat(HexFormat.of().formatHex(bytes.toByteArray()))
                .isEqualTo("00  02 fffffffffffffffe  03 00000002 0708  ff".replace(" ", ""));
    }

    @Test
    void fieldThatAnOlderWriterDidNotKnowIsAbsent() throws IOException {
        BinarySink older = new BinarySink(out);
        older.text("clOrdId", "mass-1");
        older.end();

        assertThat(BinarySource.read(MassCancel::read, in())).isEqualTo(new MassCancel("mass-1", null));
    }

    @Test
    void fieldOfALaterVersionIsRefused() throws IOException {
        BinarySink later = new BinarySink(out);
        later.text("clOrdId", "mass-1");
        later.code("side", Side.BUY);
        later.text("news", "x");
        later.end();

        assertThatIOException()
                .isThrownBy(() -> BinarySource.read(MassCancel::read, in()))
                .withMessage("field 2 of MassCancel is not known to this version");
    }

    @Test
    void constantOfALaterVersionIsRefused() throws IOException {
        out.write(HexFormat.of().parseHex("00000178" + "0102" + "ff"));

        assertThatIOException()
                .isThrownBy(() -> BinarySource.read(MassCancel::read, in()))
                .withMessage("side: constant 2 of Side is not known to this version");
    }

    @Test
    void lengthThatNoRecordHasIsRefused() throws IOException {
        for (String length : new String[] {"ffffffff", "7fffffff"}) {
            bytes.reset();
            out.write(HexFormat.of().parseHex("00" + length + "00"));
            assertThatIOException()
                    .isThrownBy(() -> BinarySource.read(source -> source.bytes("data"), in()))
                    .withMessageStartingWith("data: ")
                    .withMessageEndingWith("the limit is 67108864");
        }
    }

    @Test
    void missingRequiredFieldIsRefused() throws IOException {
        new BinarySink(out).end();

        assertThatExceptionOfType(FieldRefused.class)
                .isThrownBy(() -> BinarySource.read(MassCancel::read, in()))
                .withMessage("clOrdId: absent");
    }

    @ParameterizedTest
    @MethodSource("types")
    void messageThatEndsEarlyIsRefused(MessageType<?> type) throws IOException {
        BinarySink.write(type.full(), out);
        byte[] whole = bytes.toByteArray();

        for (int length = 0; length < whole.length; length++) {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(whole, 0, length));
            assertThatExceptionOfType(EOFException.class)
                    .as("%d of %d bytes", length, whole.length)
                    .isThrownBy(() -> BinarySource.read(type.read(), in));
        }
    }

    @Test
    void textThatDoesNotFitIsAnIOException() {
        Accepted accepted = new Accepted("Tick", "x".repeat(65_536));

        assertThatIOException().isThrownBy(() -> BinarySink.write(accepted, out));
    }

    private <T extends Described> void assertRoundTrip(T message, Function<FieldSource, T> read) throws IOException {
        bytes.reset();
        BinarySink.write(message, out);
        DataInputStream in = in();

        assertThat(BinarySource.read(read, in)).isEqualTo(message);
        assertThat(in.read()).as("nothing is left over").isEqualTo(-1);
    }

    private DataInputStream in() {
        return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
