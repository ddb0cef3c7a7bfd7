package io.stockmate.connectors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.fuzz.FuzzTarget;
import io.stockmate.core.fuzz.FuzzTargets;
import io.stockmate.core.message.AccountingRecord;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.DeadLetter;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.Notice;
import io.stockmate.core.message.Refused;
import io.stockmate.core.message.ResultSpecimens;
import io.stockmate.core.message.Specimens;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The JSON of the streams. What is understood, written anew, is understood in the same way. */
public final class WireTargets implements FuzzTargets {
    private static final CommandCodec COMMANDS = new CommandCodec();
    private static final EventCodec EVENTS = new EventCodec();
    private static final AlertCodec ALERTS = new AlertCodec();
    private static final AccountingCodec ACCOUNTING = new AccountingCodec();

    @Override
    public List<FuzzTarget> all() {
        return List.of(
                new FuzzTarget("command", 6, commands(), WireTargets::command),
                new FuzzTarget("session", 1, SessionSeeds.all(), new SessionTarget()),
                new FuzzTarget("event", 3, events(), WireTargets::event, UnreadableEvent.class),
                new FuzzTarget("alert", 2, alerts(), WireTargets::alert, UnreadableAlert.class),
                new FuzzTarget("accounting", 1, accounting(), WireTargets::accounting, IllegalArgumentException.class),
                new FuzzTarget("recorded", 1, mirrored(), WireTargets::recorded));
    }

    private static List<byte[]> commands() {
        return Specimens.commandBodies().stream()
                .filter(body -> !(body instanceof Refused))
                .flatMap(body -> Stream.of(Specimens.command(body), Specimens.bareCommand(body)))
                .map(COMMANDS::encode)
                .toList();
    }

    private static void command(byte[] data) {
        Decoded decoded = COMMANDS.decode(Records.record(data));
        if (decoded instanceof Decoded.Understood understood) {
            Command command = understood.command();
            assertThat(command.symbol()).isEqualTo("SKU-001");
            if (!(command.body() instanceof Refused)) {
                assertThat(COMMANDS.decode(Records.record(COMMANDS.encode(command))))
                        .isEqualTo(decoded);
            }
        } else if (decoded instanceof Decoded.Dead dead) {
            bounded(dead.letter(), data);
        }
    }

    private static void bounded(DeadLetter letter, byte[] data) {
        assertThat(letter.detail().length()).isBetween(1, Letters.DETAIL_LENGTH_MAX);
        assertThat(letter.head().length).isLessThanOrEqualTo(Letters.HEAD_LENGTH_MAX);
        assertThat(letter.length()).isEqualTo(data.length);
    }

    private static List<byte[]> events() {
        return Specimens.eventBodies().stream()
                .map(body -> EVENTS.encode(Specimens.event(body)))
                .toList();
    }

    private static void event(byte[] data) {
        Event event = EVENTS.decode(data);
        assertThat(EVENTS.decode(EVENTS.encode(event))).isEqualTo(event);
    }

    private static List<byte[]> alerts() {
        return Stream.<Notice>of(
                        ResultSpecimens.fullAlert(),
                        ResultSpecimens.bareAlert(),
                        ResultSpecimens.fullSuggestion(),
                        ResultSpecimens.bareSuggestion())
                .map(ALERTS::encode)
                .toList();
    }

    private static void alert(byte[] data) {
        Notice notice = ALERTS.decode(data);
        assertThat(ALERTS.decode(ALERTS.encode(notice))).isEqualTo(notice);
    }

    private static List<byte[]> accounting() {
        return Stream.<AccountingRecord>of(
                        ResultSpecimens.fullTransfer(), ResultSpecimens.bareTransfer(), ResultSpecimens.usage())
                .map(ACCOUNTING::encode)
                .toList();
    }

    private static void accounting(byte[] data) {
        AccountingRecord record = ACCOUNTING.decode(data);
        assertThat(ACCOUNTING.decode(ACCOUNTING.encode(record))).isEqualTo(record);
    }

    private static List<byte[]> mirrored() {
        return commands().stream().map(Records::record).map(Recorded::stamp).toList();
    }

    private static void recorded(byte[] data) {
        Optional<ArrivedRecord> original = Recorded.restore(Records.record(data));
        original.ifPresent(record -> assertThat(record.data().length).isLessThan(data.length));
    }
}
