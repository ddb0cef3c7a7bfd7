package io.stockmate.core.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A key's state is small, and bounded. */
class StateSizeTest {
    static List<String> names() {
        return AnomalyScenario.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyKeyHasLessThanAKilobyte(String name) throws IOException {
        Map<String, byte[]> pieces = AnomalyScenario.play(name).pieces();

        assertThat(pieces).containsKey("symbol");
        assertThat(pieces)
                .allSatisfy((key, bytes) -> assertThat(bytes.length).as(key).isLessThan(1_024));
    }

    /** All that a rule can remember is full: many trades, deliveries and receipts, long names. */
    @Test
    void boundsHoldHoweverMuchHappens() throws IOException {
        StringBuilder script = new StringBuilder("goods 30\n");
        String shop = "an-account-with-a-name-of-thirty";
        script.append("only WASH_TRADE\nrule DUPLICATE_RECEIPT 1 86400\nrule OVER_DELIVERY 1000 86400\n");
        script.append("receive SUPPLIER 100000\n");
        for (int i = 0; i < 100; i++) {
            script.append("+1m\nsell SUPPLIER 10 @ ").append(100 + i).append('\n');
            script.append("buy ").append(shop).append(" 10 @ ").append(100 + i).append('\n');
            script.append("receive ").append(shop).append(' ').append(1000 + i).append('\n');
        }
        Map<String, byte[]> pieces =
                new AnomalyScenario().run(script.toString()).pieces();

        assertThat(pieces)
                .allSatisfy((key, bytes) -> assertThat(bytes.length).as(key).isLessThan(2_048));
    }
}
