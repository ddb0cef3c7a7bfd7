package io.stockmate.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.MassCancel;
import io.stockmate.core.state.HeapPieces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Savepoints outlive releases: what an earlier one stored is loaded and goes on as it would have there. */
class StoredMarketTest {
    private final Map<String, byte[]> pieces = new HashMap<>();
    private final Map<String, byte[]> archived = new HashMap<>();

    @Test
    void marketStoredBeforeHaltsStopsAndIcebergsGoesOn() throws IOException {
        read("/state/market-version-1.txt");
        Market market = Market.load(TestMarket.RULES, TestMarket.SYMBOL, pieces.entrySet(), new HeapPieces(archived));

        assertThat(market.seq()).isEqualTo(241);
        assertThat(market.restingOrders()).isEqualTo(5);
        assertThat(HexFormat.of().toHexDigits(market.chain())).isEqualTo("0ac1fba91a480939");

        TestMarket resumed = TestMarket.of(market, 1_772_445_643_380L);
        for (String account : List.of("ANN", "BOB", "SAM", "SUE")) {
            resumed.send(account, new MassCancel("end", null));
        }
        assertThat(HexFormat.of().toHexDigits(market.chain()))
                .as("the chain that the earlier release had after these commands")
                .isEqualTo("645333f13685e045");
        assertThat(market.restingOrders()).isZero();
        assertThat(resumed.bust(1)).first().asString().startsWith("CORRECTED SKU-1-T-1 ");
    }

    private void read(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(StoredMarketTest.class.getResourceAsStream(file))) {
            new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().forEach(line -> {
                String[] words = line.split(" ");
                if (words[0].equals("piece")) {
                    pieces.put(words[1], HexFormat.of().parseHex(words[2]));
                } else if (words[0].equals("archived")) {
                    archived.put(words[1], HexFormat.of().parseHex(words[2]));
                }
            });
        }
    }
}
