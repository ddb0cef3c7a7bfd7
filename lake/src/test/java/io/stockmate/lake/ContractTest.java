package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractTest {
    private static final Path RELEASED = Path.of("tables/released.txt");
    private static final List<String> TRADE =
            List.of("trade.dueAt TIMESTAMP optional", "trade.price DECIMAL(18,4) required");

    @Test
    void releasedContractIsKept() throws IOException {
        if (Boolean.getBoolean("release")) {
            Files.write(RELEASED, Contract.now().lines());
        }
        assertThat(released().brokenBy(Contract.now()))
                .as(
                        "%s: old files and readers need what it says. Give a new meaning a new, optional column; where "
                                + "readers have agreed to a break, run this test with -Drelease=true",
                        RELEASED)
                .isEmpty();
    }

    @Test
    void newOptionalColumnBreaksNothing() {
        assertThat(breaks("trade.dueAt TIMESTAMP optional", "trade.note VARCHAR optional", TRADE.get(1)))
                .isEmpty();
    }

    @Test
    void newTableBreaksNothing() {
        assertThat(breaks(TRADE.get(0), TRADE.get(1), "fee.amount BIGINT required"))
                .isEmpty();
    }

    @Test
    void widerDecimalBreaksNothing() {
        assertThat(breaks(TRADE.get(0), "trade.price DECIMAL(38,4) required")).isEmpty();
    }

    @Test
    void columnThatIsGoneIsFound() {
        assertThat(breaks(TRADE.get(0))).containsExactly("trade.price is gone or has another name: readers get NULL");
    }

    @Test
    void renamedColumnIsFound() {
        assertThat(breaks("trade.dueOn TIMESTAMP optional", TRADE.get(1)))
                .containsExactly("trade.dueAt is gone or has another name: readers get NULL");
    }

    @Test
    void otherTypeIsFound() {
        assertThat(breaks("trade.dueAt BIGINT optional", TRADE.get(1)))
                .containsExactly("trade.dueAt was TIMESTAMP and is BIGINT");
    }

    @Test
    void narrowerDecimalIsFound() {
        assertThat(breaks(TRADE.get(0), "trade.price DECIMAL(12,4) required"))
                .containsExactly("trade.price was DECIMAL(18,4) and is DECIMAL(12,4)");
    }

    @Test
    void decimalWithOtherPlacesIsFound() {
        assertThat(breaks(TRADE.get(0), "trade.price DECIMAL(18,2) required")).hasSize(1);
        assertThat(breaks(TRADE.get(0), "trade.price DECIMAL(38,6) required")).hasSize(1);
    }

    @Test
    void optionalColumnThatBecomesRequiredIsFound() {
        assertThat(breaks("trade.dueAt TIMESTAMP required", TRADE.get(1)))
                .containsExactly("trade.dueAt was optional and is required: older files lack it");
    }

    @Test
    void requiredColumnThatBecomesOptionalIsFound() {
        assertThat(breaks(TRADE.get(0), "trade.price DECIMAL(18,4) optional"))
                .containsExactly("trade.price was required and is optional: readers do not expect NULL");
    }

    @Test
    void newRequiredColumnIsFound() {
        assertThat(breaks(TRADE.get(0), TRADE.get(1), "trade.venue VARCHAR required"))
                .containsExactly("trade.venue is new and required: older files lack it, make it optional");
    }

    private static List<String> breaks(String... next) {
        return Contract.parse(TRADE).brokenBy(Contract.parse(List.of(next)));
    }

    private static Contract released() throws IOException {
        return Contract.parse(Files.readAllLines(RELEASED));
    }
}
