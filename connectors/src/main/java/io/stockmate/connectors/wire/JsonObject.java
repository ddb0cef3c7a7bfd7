package io.stockmate.connectors.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object (RFC 8259), numbers unread. Besides what the grammar forbids, repeated names, anything
 * around the object and what passes the limits below are refused; NaN and Infinity pass as numbers, so that whoever
 * reads the field refuses them.
 */
final class JsonObject {
    /** Objects and arrays inside one another, the outermost included. */
    static final int DEPTH_MAX = 8;

    /** Characters of a member's name. */
    static final int NAME_LENGTH_MAX = 256;

    /** Characters of a number. */
    static final int NUMBER_LENGTH_MAX = 1_024;

    /** Characters of a string: an event's document, escaped, is shorter. */
    static final int STRING_LENGTH_MAX = 32_768;

    /*
     * Names are foreign: interning them, or keeping them in a table of the factory's that trips over collisions, would
     * let a producer fill memory or raise an exception that is none of the parser's own.
     */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxNameLength(NAME_LENGTH_MAX)
                    .maxNumberLength(NUMBER_LENGTH_MAX)
                    .maxStringLength(STRING_LENGTH_MAX)
                    .build())
            .build();

    private final Map<String, JsonValue> members = new HashMap<>();

    private JsonObject() {}

    /**
     * Reads a whole document.
     *
     * @throws IOException where it is not UTF-8 or not one object within the limits; its message is for people
     */
    static JsonObject parse(byte[] data) throws IOException {
        CharBuffer text;
        try {
            // Decoded here, since the parser would guess at other encodings and let some broken UTF-8 pass.
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data));
        } catch (CharacterCodingException broken) {
            throw new IOException("not UTF-8", broken);
        }
        return parse(text.array(), text.length());
    }

    /** As {@link #parse(byte[])}, of the text of a nested value. */
    static JsonObject parse(String text) throws IOException {
        return parse(text.toCharArray(), text.length());
    }

    private static JsonObject parse(char[] text, int length) throws IOException {
        JsonObject object = new JsonObject();
        try (JsonParser parser = FACTORY.createParser(text, 0, length)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw new JsonParseException(parser, first == null ? "empty" : "not a JSON object");
            }
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                object.members.put(name, value(parser, text));
            }
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "something follows the object");
            }
        }
        return object;
    }

    private static JsonValue value(JsonParser parser, char[] text) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new JsonParseException(parser, "a value is missing");
        }
        return switch (token) {
            case VALUE_STRING -> new JsonValue(JsonValue.Kind.STRING, parser.getText());
            case VALUE_NUMBER_INT -> new JsonValue(JsonValue.Kind.INTEGER, parser.getText());
            case VALUE_NUMBER_FLOAT -> new JsonValue(JsonValue.Kind.FRACTION, parser.getText());
            case VALUE_TRUE -> new JsonValue(JsonValue.Kind.TRUE, "true");
            case VALUE_FALSE -> new JsonValue(JsonValue.Kind.FALSE, "false");
            case VALUE_NULL -> new JsonValue(JsonValue.Kind.NULL, "null");
            case START_OBJECT, START_ARRAY -> nested(parser, text);
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new JsonParseException(parser, token + " in the place of a value");
        };
    }

    private static JsonValue nested(JsonParser parser, char[] text) throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        int end = (int) parser.currentLocation().getCharOffset();
        return new JsonValue(JsonValue.Kind.NESTED, new String(text, start, end - start));
    }

    /** The value of a member; null where there is none, or where it is JSON's null. */
    @Nullable
    JsonValue value(String name) {
        JsonValue value = members.get(name);
        return value == null || value.kind() == JsonValue.Kind.NULL ? null : value;
    }
}
