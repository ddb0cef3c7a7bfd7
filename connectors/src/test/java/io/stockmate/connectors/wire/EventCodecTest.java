package io.stockmate.connectors.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.DeadLetter;
import io.stockmate.core.message.DeadLetterReason;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.Specimens;
import io.stockmate.core.message.TopOfBook;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EventCodecTest {
    private static final EventCodec CODEC = new EventCodec();
    private static final Event TOP = Specimens.event(new TopOfBook(10_000, 1, 20_000, 2));

    static Stream<EventBody> bodies() {
        return Specimens.eventBodies().stream();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void decodesWhatItEncoded(EventBody body) {
        Event event = Specimens.event(body);
        assertThat(CODEC.decode(CODEC.encode(event))).isEqualTo(event);
    }

    @Test
    void readsTheLongestBodyThatACommandCanMake() {
        Event event = Specimens.event(new Accepted("DefineInstrument", "\\u0001".repeat(3 * 1_024) + "x".repeat(600)));
        assertThat(CODEC.decode(CODEC.encode(event))).isEqualTo(event);
    }

    @Test
    void unknownFieldsAreIgnored() {
        String json = json().replace("\"seq\"", "\"mood\":{\"of\":[\"the market\"]},\"seq\"")
                .replace("\"arrivedAt\"", "\"colour\":1,\"arrivedAt\"");
        assertThat(CODEC.decode(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(TOP);
    }

    @ParameterizedTest
    @CsvSource({
        "TopOfBook, TopOfHat, type: TopOfHat is no event",
        "\"chain\":\"fedc, \"chain\":\"fed, chain: 15 characters instead of 16 hex digits",
        "\"chain\":\"fedc, \"chain\":\"fedx, chain: not 16 hex digits",
        "\"cause\", \"because\", cause: absent",
        "\"cause\":{, '\"cause\":7,\"x\":{', cause: 7 is no object",
        "\"seq\":4712, \"seq\":\"one\", seq: \"one\" is no whole number",
        "\"seq\":4712, \"seq\":, Unexpected character",
        "\"shardId\", \"shard\", shardId: absent"
    })
    void whatIsBrokenSaysSo(String part, String instead, String problem) {
        String json = json().replace(part, instead);
        assertThat(json).isNotEqualTo(json());
        assertThatThrownBy(() -> CODEC.decode(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageStartingWith("no readable event: " + problem)
                .hasMessageContaining("the record begins {\"type\"");
    }

    @ParameterizedTest
    @CsvSource({
        "TopOfBook, TopOfHat, UNKNOWN_TYPE",
        "\"seq\":4712, \"seq\":\"one\", SCHEMA",
        "\"seq\":4712, \"seq\":, MALFORMED"
    })
    void whatIsBrokenBecomesADeadLetter(String part, String instead, DeadLetterReason reason) {
        byte[] data = json().replace(part, instead).getBytes(StandardCharsets.UTF_8);
        ArrivedRecord record = new ArrivedRecord(TOP.cause(), "AAPL", data);
        UnreadableEvent unreadable = catchThrowableOfType(UnreadableEvent.class, () -> CODEC.decode(data));

        DeadLetter letter = CODEC.deadLetter(record, unreadable);
        assertThat(letter.reason()).isEqualTo(reason);
        assertThat(letter.cause()).isEqualTo(TOP.cause());
        assertThat(letter.length()).isEqualTo(data.length);
        assertThat(letter.detail()).startsWith("no readable event: ");
    }

    private static String json() {
        return new String(CODEC.encode(TOP), StandardCharsets.UTF_8);
    }
}
