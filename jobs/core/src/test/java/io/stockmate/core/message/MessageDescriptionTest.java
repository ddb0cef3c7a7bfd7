package io.stockmate.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a message writes is what it reads. */
class MessageDescriptionTest {
    /** A field's name and kind, on which both sides must agree. */
    private record Announcement(String name, Field.Kind kind) {}

    static Stream<MessageType<?>> types() {
        return MessageType.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void readAndWriteAnnounceTheSameFieldsInTheSameOrder(MessageType<?> type) {
        List<Announcement> read = type.fields().stream()
                .map(field -> new Announcement(field.name(), field.kind()))
                .toList();

        assertThat(written(type.full())).isEqualTo(read);
        assertThat(written(type.bare())).isEqualTo(read);
    }

    @ParameterizedTest
    @MethodSource("types")
    void fullSpecimenFillsEveryField(MessageType<?> type) {
        assertThat(present(type.full()))
                .isEqualTo(type.fields().stream().map(Field::name).toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void bareSpecimenFillsRequiredFieldsOnly(MessageType<?> type) {
        assertThat(present(type.bare()))
                .isEqualTo(type.fields().stream()
                        .filter(field -> !field.optional())
                        .map(Field::name)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void noFieldOfACommandHidesAnother(CommandType type) {
        List<String> names = new ArrayList<>(List.of("type", "symbol", "account", "transactTime", "recorded"));
        Shape.of(type::read).forEach(field -> names.add(field.name()));

        assertThat(names).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void noFieldOfAnEventHidesAnother(EventType type) {
        List<String> names = new ArrayList<>(List.of("type", "chain", "cause"));
        Shape.of(EventHeader::read).forEach(field -> names.add(field.name()));
        Shape.of(type::read).forEach(field -> names.add(field.name()));

        assertThat(names).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void commandIsFoundByItsNameAndKnowsItsId(CommandType type) {
        assertThat(CommandType.ofWireName(type.wireName())).isEqualTo(type);
        assertThat(Specimens.full(type).type()).isEqualTo(type);
        assertThat(Specimens.full(type).getClass().getSimpleName()).isEqualTo(type.wireName());
        assertThat(Specimens.full(type).id() == null).isEqualTo(type.idField() == null);
        for (Announced field : RecordingSink.fieldsOf(Specimens.full(type))) {
            if (field.name().equals(type.idField())) {
                assertThat(field.value()).isEqualTo(Specimens.full(type).id());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void eventIsFoundByItsName(EventType type) {
        assertThat(EventType.ofWireName(type.wireName())).isEqualTo(type);
        assertThat(Specimens.full(type).type()).isEqualTo(type);
        assertThat(Specimens.full(type).getClass().getSimpleName()).isEqualTo(type.wireName());
    }

    private static List<Announcement> written(Described message) {
        return RecordingSink.fieldsOf(message).stream()
                .map(field -> new Announcement(field.name(), field.kind()))
                .toList();
    }

    private static List<String> present(Described message) {
        return RecordingSink.fieldsOf(message).stream()
                .filter(field -> field.value() != null)
                .map(Announced::name)
                .toList();
    }
}
