package io.stockmate.connectors.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.message.AccountingRecord;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventType;
import io.stockmate.core.message.Notice;
import io.stockmate.core.message.ResultSpecimens;
import io.stockmate.core.message.Specimens;
import io.stockmate.core.message.Transfer;
import io.stockmate.core.message.UsageRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files are the wire format: each holds a message with every field, then the same with as few as there may be. */
class GoldenFilesTest {
    @ParameterizedTest
    @EnumSource(CommandType.class)
    void commandsAreWrittenAsTheFilesSay(CommandType type) throws IOException {
        Command full = Specimens.command(Specimens.full(type));
        Command bare = Specimens.bareCommand(Specimens.bare(type));
        CommandCodec codec = new CommandCodec();
        List<String> lines = golden(type.wireName());
        assertThat(List.of(text(codec.encode(full)), text(codec.encode(bare)))).isEqualTo(lines);
        assertThat(Records.understood(lines.get(0))).isEqualTo(full);
        assertThat(Records.understood(lines.get(1))).isEqualTo(bare);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void eventsAreWrittenAsTheFilesSay(EventType type) throws IOException {
        Event full = Specimens.event(Specimens.full(type));
        Event bare = Specimens.event(Specimens.bare(type));
        EventCodec codec = new EventCodec();
        List<String> lines = golden(type.wireName());
        assertThat(List.of(text(codec.encode(full)), text(codec.encode(bare)))).isEqualTo(lines);
        assertThat(codec.decode(lines.get(0).getBytes(StandardCharsets.UTF_8))).isEqualTo(full);
        assertThat(codec.decode(lines.get(1).getBytes(StandardCharsets.UTF_8))).isEqualTo(bare);
    }

    @Test
    void alertsAreWrittenAsTheFileSays() throws IOException {
        assertGolden("Alert", ResultSpecimens.fullAlert(), ResultSpecimens.bareAlert());
    }

    @Test
    void suggestionsAreWrittenAsTheFileSays() throws IOException {
        assertGolden("ReplenishmentSuggestion", ResultSpecimens.fullSuggestion(), ResultSpecimens.bareSuggestion());
    }

    @Test
    void transfersAndUsageAreWrittenAsTheFilesSay() throws IOException {
        AccountingCodec codec = new AccountingCodec();
        List<AccountingRecord> records =
                List.of(ResultSpecimens.fullTransfer(), ResultSpecimens.bareTransfer(), ResultSpecimens.usage());
        List<String> lines = new ArrayList<>(golden(Transfer.WIRE_NAME));
        lines.addAll(golden(UsageRecord.WIRE_NAME));
        assertThat(records).extracting(each -> text(codec.encode(each))).isEqualTo(lines);
        assertThat(lines)
                .extracting(line -> codec.decode(line.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(records);
        assertThatThrownBy(() -> codec.decode("{\"type\":\"Trade\"}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Trade is neither a transfer nor usage");
    }

    private static void assertGolden(String name, Notice full, Notice bare) throws IOException {
        AlertCodec codec = new AlertCodec();
        List<String> lines = golden(name);
        assertThat(List.of(text(codec.encode(full)), text(codec.encode(bare)))).isEqualTo(lines);
        assertThat(codec.decode(lines.get(0).getBytes(StandardCharsets.UTF_8))).isEqualTo(full);
        assertThat(codec.decode(lines.get(1).getBytes(StandardCharsets.UTF_8))).isEqualTo(bare);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<String> golden(String name) throws IOException {
        try (InputStream file = GoldenFilesTest.class.getResourceAsStream("/wire/" + name + ".json")) {
            assertThat(file).as("golden file of " + name).isNotNull();
            return text(file.readAllBytes()).lines().toList();
        }
    }
}
