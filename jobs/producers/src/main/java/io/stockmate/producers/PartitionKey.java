package io.stockmate.producers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The partition key of a record that is submitted as it is. */
public final class PartitionKey {
    /** The key of a record without a readable symbol. */
    public static final String NONE = "-";

    /** Kinesis's limit, in characters. */
    private static final int LENGTH_MAX = 256;

    // Names are foreign: a table of them could be filled, or made to collide.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .build();

    private PartitionKey() {}

    /** The record's symbol, as far as one can be read, or {@link #NONE}. Never throws. */
    public static String of(byte[] record) {
        try (JsonParser parser = FACTORY.createParser(record)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return NONE;
            }
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken value = parser.nextToken();
                if (name.equals("symbol")) {
                    return value == JsonToken.VALUE_STRING ? fitting(parser.getText()) : NONE;
                }
                parser.skipChildren();
            }
            return NONE;
        } catch (IOException unreadable) {
            return NONE;
        }
    }

    private static String fitting(String symbol) {
        return symbol.isEmpty() || symbol.length() > LENGTH_MAX ? NONE : symbol;
    }
}
