package io.stockmate.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpecimensTest {
    @ParameterizedTest
    @EnumSource
    void fullCommandFillsEveryField(CommandType type) {
        assertThat(Specimens.full(type).type()).isEqualTo(type);
        assertThat(present(Specimens.full(type))).isEqualTo(names(Shape.of(type::read)));
    }

    @ParameterizedTest
    @EnumSource
    void bareCommandFillsRequiredFieldsOnly(CommandType type) {
        assertThat(Specimens.bare(type).type()).isEqualTo(type);
        assertThat(present(Specimens.bare(type))).isEqualTo(requiredNames(Shape.of(type::read)));
    }

    @ParameterizedTest
    @EnumSource
    void fullEventFillsEveryField(EventType type) {
        assertThat(Specimens.full(type).type()).isEqualTo(type);
        assertThat(present(Specimens.full(type))).isEqualTo(names(Shape.of(type::read)));
    }

    @ParameterizedTest
    @EnumSource
    void bareEventFillsRequiredFieldsOnly(EventType type) {
        assertThat(Specimens.bare(type).type()).isEqualTo(type);
        assertThat(present(Specimens.bare(type))).isEqualTo(requiredNames(Shape.of(type::read)));
    }

    private static List<String> names(List<Field> fields) {
        return fields.stream().map(Field::name).toList();
    }

    private static List<String> requiredNames(List<Field> fields) {
        return fields.stream()
                .filter(field -> !field.optional())
                .map(Field::name)
                .toList();
    }

    private static List<String> present(Described message) {
        List<String> names = new ArrayList<>();
        for (Announced field : RecordingSink.fieldsOf(message)) {
            if (field.value() != null) {
                names.add(field.name());
            }
        }
        return names;
    }
}
