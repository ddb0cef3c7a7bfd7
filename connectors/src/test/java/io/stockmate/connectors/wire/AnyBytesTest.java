package io.stockmate.connectors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.DeadLetter;
import io.stockmate.core.message.Refused;
import io.stockmate.core.message.Specimens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever arrives, decoding returns, and what it returns is within its bounds. */
class AnyBytesTest {
    private static final List<byte[]> VALID = Specimens.commandBodies().stream()
            .filter(body -> !(body instanceof Refused))
            .map(body -> new CommandCodec().encode(Specimens.command(body)))
            .toList();

    /** Pieces of JSON and of what is nearly JSON. */
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"",
        "\\",
        "\\u",
        "\\ud83d",
        "null",
        "true",
        "NaN",
        "-Infinity",
        "1e400",
        "1.5",
        "-0",
        "1e999999999",
        "9223372036854775808",
        "\"symbol\"",
        "\"type\"",
        "\"price\"",
        "\"SKU-001\"",
        "📱",
        "\uFEFF",
        "\0",
        "\n",
        " ",
        "/*",
        "'",
        "\"orderQty\":",
        "\"clOrdId\":\"\""
    };

    @Property
    void randomBytes(@ForAll byte[] data) {
        decodes(data);
    }

    @Property
    void randomPiecesOfJson(@ForAll("pieces") String text) {
        decodes(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 5_000)
    void changedCommands(@ForAll("changed") byte[] data) {
        decodes(data);
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(PIECES).list().ofMaxSize(60).map(pieces -> String.join("", pieces));
    }

    /** A valid command in which a stretch was cut out and something else put in. */
    @Provide
    Arbitrary<byte[]> changed() {
        Arbitrary<String> insertions =
                Arbitraries.oneOf(Arbitraries.of(PIECES), Arbitraries.strings().ofMaxLength(5));
        return Combinators.combine(
                        Arbitraries.of(VALID),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 8),
                        insertions)
                .as((valid, place, cut, insertion) -> {
                    String text = new String(valid, StandardCharsets.UTF_8);
                    int start = (int) (place * text.length());
                    int end = Math.min(text.length(), start + cut);
                    return (text.substring(0, start) + insertion + text.substring(end))
                            .getBytes(StandardCharsets.UTF_8);
                });
    }

    private static void decodes(byte[] data) {
        Cause cause = Specimens.cause();
        Decoded decoded = new CommandCodec().decode(new ArrivedRecord(cause, "SKU-001", data));
        if (decoded instanceof Decoded.Understood understood) {
            understandable(understood.command());
        } else if (decoded instanceof Decoded.Dead dead) {
            bounded(dead.letter(), data);
        }
    }

    private static void understandable(Command command) {
        assertThat(command.symbol()).isEqualTo("SKU-001");
        assertThat(command.account()).matches("[A-Za-z0-9_-]{1,32}");
        CommandBody body = command.body();
        if (body.type().idField() != null) {
            assertThat(body.id()).matches("[A-Za-z0-9._-]{1,160}");
        }
        if (!(body instanceof Refused)) {
            byte[] written = new CommandCodec().encode(command);
            assertThat(new CommandCodec().decode(Records.record(written))).isEqualTo(new Decoded.Understood(command));
        }
    }

    private static void bounded(DeadLetter letter, byte[] data) {
        assertThat(letter.detail()).isNotEmpty().hasSizeLessThanOrEqualTo(Letters.DETAIL_LENGTH_MAX);
        assertThat(letter.head()).hasSizeLessThanOrEqualTo(Letters.HEAD_LENGTH_MAX);
        assertThat(letter.length()).isEqualTo(data.length);
        assertThat(letter.sha256()).matches("[0-9a-f]{64}");
    }
}
