package io.stockmate.connectors.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.message.DeadLetterReason;
import io.stockmate.core.message.ResultSpecimens;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertCodecTest {
    private static final AlertCodec CODEC = new AlertCodec();

    @Test
    void unknownFieldsAreIgnored() {
        String json = json().replace("\"kind\"", "\"mood\":7,\"kind\"");
        assertThat(CODEC.decode(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(ResultSpecimens.fullAlert());
    }

    @ParameterizedTest
    @CsvSource({
        "\"type\":\"Alert\", \"type\":\"Alarm\", type: Alarm is no alert, UNKNOWN_TYPE",
        "\"kind\":\"FAT_FINGER\", \"kind\":\"FAT_CHANCE\", kind: \"FAT_CHANCE\" is no AlertKind, SCHEMA",
        "\"observed\", \"seen\", observed: absent, SCHEMA",
        "\"lastSeq\":4712, \"lastSeq\":, Unexpected character, MALFORMED"
    })
    void whatIsBrokenSaysSo(String part, String instead, String problem, DeadLetterReason reason) {
        String json = json().replace(part, instead);
        assertThat(json).isNotEqualTo(json());
        assertThatThrownBy(() -> CODEC.decode(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableAlert.class)
                .hasMessageStartingWith("no readable alert: " + problem)
                .extracting(seen -> ((UnreadableAlert) seen).reason())
                .isEqualTo(reason);
    }

    private static String json() {
        return new String(CODEC.encode(ResultSpecimens.fullAlert()), StandardCharsets.UTF_8);
    }
}
