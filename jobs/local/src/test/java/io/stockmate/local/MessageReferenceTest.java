package io.stockmate.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Alert;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventType;
import io.stockmate.core.message.Field;
import io.stockmate.core.message.FieldSource;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.message.Shape;
import io.stockmate.core.message.Transfer;
import io.stockmate.core.message.UsageRecord;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's tables of messages are what the messages say of themselves. */
class MessageReferenceTest {
    private static final Path README = Path.of("../../README.md");
    private static final String END = "<!-- end -->";

    @Test
    void readmeTellsWhatTheMessagesSayOfThemselves() throws IOException {
        String now = Files.readString(README);
        String described = now;
        described = replaced(described, "commands", commands());
        described = replaced(described, "events", events());
        described = replaced(described, "alerts", alerts());
        described = replaced(described, "accounting", accounting());
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(README, described);
        }
        assertThat(Files.readString(README))
                .as("run this test with -Dregenerate=true to write the tables anew")
                .isEqualTo(described);
    }

    private static String replaced(String text, String name, String table) {
        String start = "<!-- " + name + ": written by MessageReferenceTest -->\n";
        int from = text.indexOf(start) + start.length();
        int to = text.indexOf(END, from);
        assertThat(from).as(start).isGreaterThan(start.length());
        return text.substring(0, from) + table + text.substring(to);
    }

    private static String commands() {
        StringBuilder table = new StringBuilder("| command | fields |\n|---|---|\n");
        for (CommandType type : CommandType.values()) {
            table.append(row(type.wireName(), CommandBody.class, type::read));
        }
        return table.toString();
    }

    private static String events() {
        StringBuilder table = new StringBuilder("| event | fields |\n|---|---|\n");
        for (EventType type : EventType.values()) {
            table.append(row(type.wireName(), EventBody.class, type::read));
        }
        return table.toString();
    }

    private static String alerts() {
        return "| message | fields |\n|---|---|\n" + row(Alert.WIRE_NAME, Alert.class, Alert::read)
                + row(ReplenishmentSuggestion.WIRE_NAME, ReplenishmentSuggestion.class, ReplenishmentSuggestion::read);
    }

    private static String accounting() {
        return "| message | fields |\n|---|---|\n" + row(Transfer.WIRE_NAME, Transfer.class, Transfer::read)
                + row(UsageRecord.WIRE_NAME, UsageRecord.class, UsageRecord::read);
    }

    private static String row(String name, Class<?> bodies, Consumer<FieldSource> read) {
        Class<?> body = bodies.isRecord() ? bodies : permitted(name, bodies);
        List<Field> fields = Shape.of(read);
        String described = fields.stream()
                .map(field -> described(field, component(body, field.name())))
                .collect(Collectors.joining(", "));
        return "| `" + name + "` | " + (described.isEmpty() ? "(none)" : described) + " |\n";
    }

    private static Class<?> permitted(String name, Class<?> bodies) {
        return Arrays.stream(bodies.getPermittedSubclasses())
                .filter(each -> each.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static RecordComponent component(Class<?> body, String name) {
        return Arrays.stream(body.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String described(Field field, RecordComponent component) {
        String name = "`" + field.name() + "`" + (field.optional() ? "?" : "");
        return switch (field.kind()) {
            case CODE ->
                name + " "
                        + Arrays.stream(component.getType().getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining("/"));
            case TEXT, INTEGER -> name;
            case DECIMAL, TIME, FLAG, HASH, BYTES ->
                name + " " + field.kind().name().toLowerCase(Locale.ROOT);
        };
    }
}
