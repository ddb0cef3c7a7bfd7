package io.stockmate.pipelines.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertAdvice;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.LogEntry;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.message.ResultSpecimens;
import io.stockmate.core.message.Specimens;
import io.stockmate.lake.LakeRow;
import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MessageSerializerTest {
    private final TypeSerializer<Event> events = EventSerializer.EVENT.createSerializer(new SerializerConfigImpl());
    private final TypeSerializer<LakeRow> rows =
            LakeRowSerializer.LAKE_ROW.createSerializer(new SerializerConfigImpl());

    @ParameterizedTest
    @MethodSource("io.stockmate.core.message.Specimens#eventBodies")
    void everyEventComesBackAsItWas(EventBody body) throws IOException {
        Event event = Specimens.event(body);

        assertThat(SerializerRoundTrip.through(events, event)).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("io.stockmate.core.message.Specimens#eventBodies")
    void everyEventComesBackFromALakeRow(EventBody body) throws IOException {
        LakeRow row = new LakeRow.OfEvent(Specimens.event(body));

        assertThat(SerializerRoundTrip.through(rows, row)).isEqualTo(row);
    }

    @Test
    void theCommandLogComesBackWithItsBytesAndTime() throws IOException {
        LogEntry entry = Specimens.logEntry();

        LakeRow row = SerializerRoundTrip.through(rows, new LakeRow.OfCommand(entry, Specimens.TIME));

        assertThat(row).usingRecursiveComparison().isEqualTo(new LakeRow.OfCommand(entry, Specimens.TIME));
    }

    @Test
    void deadLettersComeBackWithTheirBytes() throws IOException {
        LakeRow row = new LakeRow.OfDeadLetter(Specimens.deadLetter());

        assertThat(SerializerRoundTrip.through(rows, row))
                .usingRecursiveComparison()
                .isEqualTo(row);
    }

    @Test
    void alertsComeBackAsTheyWere() throws IOException {
        Alert alert = ResultSpecimens.fullAlert();
        TypeSerializer<Alert> alerts = AlertSerializer.ALERT.createSerializer(new SerializerConfigImpl());

        assertThat(SerializerRoundTrip.through(alerts, alert)).isEqualTo(alert);
        assertComesBack(new LakeRow.OfAdvice(AlertAdvice.to(alert, "host/path", "Count it again.")));
        assertThat(SerializerRoundTrip.through(rows, new LakeRow.OfAlert(alert)))
                .isEqualTo(new LakeRow.OfAlert(alert));
    }

    @Test
    void whatTheDemandJobMakesComesBackAsItWas() throws IOException {
        assertComesBack(new LakeRow.OfForecast(ResultSpecimens.fullForecast()));
        assertComesBack(new LakeRow.OfDemand(ResultSpecimens.fullDay()));
        assertComesBack(new LakeRow.OfScore(ResultSpecimens.bareScore()));
        assertComesBack(new LakeRow.OfSuggestion(ResultSpecimens.fullSuggestion()));
        TypeSerializer<ReplenishmentSuggestion> suggestions =
                SuggestionSerializer.SUGGESTION.createSerializer(new SerializerConfigImpl());
        assertThat(SerializerRoundTrip.through(suggestions, ResultSpecimens.bareSuggestion()))
                .isEqualTo(ResultSpecimens.bareSuggestion());
    }

    @Test
    void whatTheAccountingJobMakesComesBackAsItWas() throws IOException {
        assertComesBack(new LakeRow.OfTransfer(ResultSpecimens.fullTransfer()));
        assertComesBack(new LakeRow.OfTransfer(ResultSpecimens.bareTransfer()));
        assertComesBack(new LakeRow.OfUsage(ResultSpecimens.usage()));
    }

    private void assertComesBack(LakeRow row) throws IOException {
        assertThat(SerializerRoundTrip.through(rows, row)).isEqualTo(row);
    }

    @Test
    void aRowOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> SerializerRoundTrip.read(rows, new byte[] {99}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("kind 99");
    }

    @Test
    void messagesAreNotCopied() {
        Event event = Specimens.event(Specimens.eventBodies().get(0));

        assertThat(events.isImmutableType()).isTrue();
        assertThat(events.copy(event)).isSameAs(event);
        assertThat(events.duplicate()).isSameAs(events);
    }

    @Test
    void bytesAreCopiedMessageByMessage() throws IOException {
        Event event = Specimens.event(Specimens.eventBodies().get(0));
        DataOutputSerializer two = new DataOutputSerializer(64);
        events.serialize(event, two);
        events.serialize(event, two);
        DataOutputSerializer one = new DataOutputSerializer(64);

        events.copy(new DataInputDeserializer(two.getCopyOfBuffer()), one);

        assertThat(one.getCopyOfBuffer()).isEqualTo(SerializerRoundTrip.bytes(events, event));
    }

    @Test
    void aSnapshotOfThisFormatIsReadAsItIs() throws IOException {
        assertThat(resolve(snapshotBytes(1)).isCompatibleAsIs()).isTrue();
    }

    @Test
    void aSnapshotOfALaterFormatIsRefused() throws IOException {
        assertThat(resolve(snapshotBytes(2)).isIncompatible()).isTrue();
    }

    @Test
    void aSnapshotOfAnotherMessageIsRefused() {
        assertThat(events.snapshotConfiguration()
                        .resolveSchemaCompatibility(foreign())
                        .isIncompatible())
                .isTrue();
    }

    @Test
    void aSnapshotInAnUnknownLayoutIsRefusedByName() {
        assertThatThrownBy(() -> new EventSerializer.Snapshot()
                        .readSnapshot(
                                2,
                                new DataInputDeserializer(new byte[4]),
                                getClass().getClassLoader()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("EventSerializer has layout 2");
    }

    @Test
    void flinkFindsTheSnapshotAgain() throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, rows.snapshotConfiguration());

        TypeSerializerSnapshot<LakeRow> read = TypeSerializerSnapshot.readVersionedSnapshot(
                new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());

        assertThat(read.restoreSerializer()).isEqualTo(rows);
    }

    private TypeSerializerSchemaCompatibility<Event> resolve(byte[] written) throws IOException {
        EventSerializer.Snapshot old = new EventSerializer.Snapshot();
        old.readSnapshot(1, new DataInputDeserializer(written), getClass().getClassLoader());
        return events.snapshotConfiguration().resolveSchemaCompatibility(old);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private TypeSerializerSnapshot<Event> foreign() {
        return (TypeSerializerSnapshot) rows.snapshotConfiguration();
    }

    private static byte[] snapshotBytes(int format) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(4);
        out.writeInt(format);
        return out.getCopyOfBuffer();
    }
}
