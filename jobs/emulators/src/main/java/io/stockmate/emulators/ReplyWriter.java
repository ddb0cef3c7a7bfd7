package io.stockmate.emulators;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes the members of an answer in either format; an absent text is left out. */
final class ReplyWriter {
    private final JsonGenerator out;
    private final WireFormat format;

    ReplyWriter(JsonGenerator out, WireFormat format) {
        this.out = out;
        this.format = format;
    }

    void text(String name, @Nullable String value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value);
        }
    }

    void number(String name, long value) throws IOException {
        out.writeNumberField(name, value);
    }

    void flag(String name, boolean value) throws IOException {
        out.writeBooleanField(name, value);
    }

    void blob(String name, byte[] value) throws IOException {
        out.writeBinaryField(name, value);
    }

    void time(String name, long millis) throws IOException {
        out.writeFieldName(name);
        format.writeTime(out, millis);
    }

    void object(String name, Reply members) throws IOException {
        out.writeObjectFieldStart(name);
        members.writeTo(this);
        out.writeEndObject();
    }

    void texts(String name, Iterable<String> values) throws IOException {
        out.writeArrayFieldStart(name);
        for (String value : values) {
            out.writeString(value);
        }
        out.writeEndArray();
    }

    void objects(String name, Iterable<? extends Reply> values) throws IOException {
        out.writeArrayFieldStart(name);
        for (Reply value : values) {
            out.writeStartObject();
            value.writeTo(this);
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
