package io.stockmate.local.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The table of resource types that {@code terraform/schema} holds. */
record Schema(JsonNode types) {
    static Schema read(Path file) {
        try {
            return new Schema(new ObjectMapper().readTree(file.toFile()).path("types"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Nullable
    JsonNode type(Block resource) {
        String name = resource.labels().get(0);
        return types.get(resource.type().equals("data") ? "data." + name : name);
    }

    static Set<String> required(JsonNode body) {
        return strings(body.path("required"));
    }

    static Set<String> arguments(JsonNode body) {
        Set<String> all = required(body);
        all.addAll(strings(body.path("optional")));
        return all;
    }

    /** What can be read of a resource. */
    static Set<String> attributes(JsonNode type) {
        Set<String> all = arguments(type);
        type.path("attributes").fieldNames().forEachRemaining(all::add);
        type.path("blocks").fieldNames().forEachRemaining(all::add);
        return all;
    }

    /** What can be read of the objects of an attribute; empty where it is a plain value. */
    static Set<String> fields(JsonNode type, String attribute) {
        Set<String> fields = strings(type.path("attributes").path(attribute));
        JsonNode block = type.path("blocks").path(attribute).path("body");
        fields.addAll(arguments(block));
        block.path("blocks").fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    private static Set<String> strings(JsonNode array) {
        Set<String> strings = new TreeSet<>();
        array.forEach(element -> strings.add(element.textValue()));
        return strings;
    }
}
