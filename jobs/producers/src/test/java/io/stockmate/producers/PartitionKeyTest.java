package io.stockmate.producers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionKeyTest {
    @Test
    void isTheSymbol() {
        assertThat(of("{\"type\":\"Tick\",\"symbol\":\"SKU-001\",\"account\":\"CLOCK\"}"))
                .isEqualTo("SKU-001");
    }

    @Test
    void isTheSymbolOfTheOutermostObject() {
        assertThat(of("{\"note\":{\"symbol\":\"CSCO\"},\"list\":[{\"symbol\":\"AAPL\"}],\"symbol\":\"AMZN\"}"))
                .isEqualTo("AMZN");
    }

    @Test
    void isReadAsFarAsTheRecordCanBe() {
        assertThat(of("{\"symbol\":\"AMZN\",\"price\":")).isEqualTo("AMZN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[\"symbol\"]",
                "{}",
                "{\"symbol\":\"\"}",
                "{\"symbol\":null}",
                "{\"symbol\":1}",
                "{\"symbol\":{\"symbol\":\"AMZN\"}}",
                "{\"symbol\"",
                "{\"price\":1e,\"symbol\":\"AMZN\"}"
            })
    void isADashWhereThereIsNoSymbol(String record) {
        assertThat(of(record)).isEqualTo("-");
    }

    @Test
    void isADashWhereTheSymbolIsMoreThanAKeyHolds() {
        assertThat(of("{\"symbol\":\"" + "X".repeat(257) + "\"}")).isEqualTo("-");
    }

    @Test
    void isADashForBinary() {
        assertThat(PartitionKey.of(new byte[] {'{', '"', (byte) 0xFF, (byte) 0xFE, 0, 1}))
                .isEqualTo("-");
    }

    private static String of(String record) {
        return PartitionKey.of(record.getBytes(StandardCharsets.UTF_8));
    }
}
