package io.stockmate.connectors.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One field of instruments' definitions, told otherwise.
 *
 * @param field a field of {@link DefineInstrument}
 * @param value as JSON has it, strings without their quotes; empty for an absent field
 */
public record DefinitionEdit(String field, String value) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Pattern LITERAL = Pattern.compile("-?\\d+(\\.\\d+)?|true|false");
    private static final Cause NOWHERE = new Cause("none", "0", 0, 0);

    /** @throws IllegalArgumentException for a field that no definition has; the message lists those that there are */
    public DefinitionEdit {
        List<String> fields = KnownFields.of(CommandType.DEFINE_INSTRUMENT);
        if (!fields.contains(field)) {
            throw new IllegalArgumentException(
                    field + " is no field of " + CommandType.DEFINE_INSTRUMENT.wireName() + ", which has " + fields);
        }
    }

    /**
     * A command's record with the field changed.
     *
     * @param command whose body is a {@link DefineInstrument}
     * @throws IllegalArgumentException for a value that the field does not take
     */
    public byte[] applyTo(Command command) {
        if (value.isEmpty()) {
            return edited(command, Optional.empty()).orElseThrow(this::refused);
        }
        Optional<byte[]> literal =
                LITERAL.matcher(value).matches() ? edited(command, Optional.of(literal())) : Optional.empty();
        return literal.or(() -> edited(command, Optional.of(TextNode.valueOf(value))))
                .orElseThrow(this::refused);
    }

    private IllegalArgumentException refused() {
        return new IllegalArgumentException(field + " does not take " + (value.isEmpty() ? "to be absent" : value));
    }

    private JsonNode literal() {
        try {
            return JSON.readTree(value);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(value + " is no JSON value", wrong);
        }
    }

    private Optional<byte[]> edited(Command command, Optional<JsonNode> told) {
        ObjectNode object = object(command);
        object.remove(field);
        told.ifPresent(node -> object.set(field, node));
        byte[] data = object.toString().getBytes(StandardCharsets.UTF_8);
        Decoded decoded = new CommandCodec().decode(new ArrivedRecord(NOWHERE, command.symbol(), data));
        return decoded instanceof Decoded.Understood understood
                        && understood.command().body() instanceof DefineInstrument
                ? Optional.of(data)
                : Optional.empty();
    }

    private static ObjectNode object(Command command) {
        try {
            return (ObjectNode) JSON.readTree(JsonText.of(command));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("not JSON: " + command, impossible);
        }
    }
}
