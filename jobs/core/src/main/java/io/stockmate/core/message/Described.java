package io.stockmate.core.message;

/** Something that describes its own fields, each once and in schema order. */
public interface Described {
    void write(FieldSink sink);
}
