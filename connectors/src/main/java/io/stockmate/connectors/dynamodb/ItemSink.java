package io.stockmate.connectors.dynamodb;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.Described;
import io.stockmate.core.message.FieldSink;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes an item of a row's fields; absent ones are no attributes. Numbers are exact, times epoch milliseconds. */
final class ItemSink implements FieldSink {
    private final Map<String, AttributeValue> item = new HashMap<>();

    private ItemSink() {}

    static Map<String, AttributeValue> item(Described row) {
        ItemSink sink = new ItemSink();
        row.write(sink);
        return sink.item;
    }

    @Override
    public void text(String name, @Nullable String value) {
        if (value != null) {
            item.put(name, AttributeValue.fromS(value));
        }
    }

    @Override
    public void integer(String name, long value) {
        if (!Absent.is(value)) {
            item.put(name, AttributeValue.fromN(Long.toString(value)));
        }
    }

    @Override
    public void decimal(String name, long value) {
        if (!Absent.is(value)) {
            item.put(name, AttributeValue.fromN(Decimal.toString(value)));
        }
    }

    @Override
    public void time(String name, long value) {
        integer(name, value);
    }

    @Override
    public void flag(String name, boolean value) {
        item.put(name, AttributeValue.fromBool(value));
    }

    @Override
    public void code(String name, @Nullable Enum<?> value) {
        text(name, value == null ? null : value.name());
    }

    @Override
    public void hash(String name, long value) {
        integer(name, value);
    }

    @Override
    public void bytes(String name, byte @Nullable [] value) {
        if (value != null) {
            item.put(name, AttributeValue.fromB(SdkBytes.fromByteArray(value)));
        }
    }
}
