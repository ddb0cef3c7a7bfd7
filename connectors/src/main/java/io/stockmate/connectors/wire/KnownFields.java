package io.stockmate.connectors.wire;

import io.stockmate.core.chain.CanonicalForm;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.Field;
import io.stockmate.core.message.Shape;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Per command, the names of its body's fields in schema order. */
final class KnownFields {
    private static final Map<CommandType, List<String>> NAMES = new EnumMap<>(CommandType.class);

    static {
        for (CommandType type : CommandType.values()) {
            NAMES.put(type, Shape.of(type::read).stream().map(Field::name).toList());
        }
    }

    private KnownFields() {}

    static List<String> of(CommandType type) {
        return NAMES.getOrDefault(type, List.of());
    }

    /**
     * A hash over the type and the known fields as they were sent, by which an equal repeat of a refused command is
     * known. Unknown fields and transactTime are no part of it.
     */
    static long contentHash(CommandType type, JsonObject object) {
        CanonicalForm form = new CanonicalForm();
        form.text("type", type.wireName());
        for (String name : of(type)) {
            JsonValue value = object.value(name);
            form.text(name, value == null ? null : value.text());
        }
        return form.hash(0);
    }
}
