package io.stockmate.emulators;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The members of a request in either format. A null counts as absent, an unknown member is ignored. */
final class Request {
    /** Far from any time in milliseconds, and further from any in seconds. */
    private static final double TIME_MAX = 1e15;

    private final JsonNode body;
    private final WireFormat format;
    private final BooleanSupplier refusal;
    private final boolean patient;

    Request(JsonNode body, WireFormat format) {
        this(body, format, () -> false, false);
    }

    /**
     * @param refusal says of each entry whether it is to be refused, for no reason of its own
     * @param patient whether who asks would rather wait a moment than hear that there is nothing
     */
    Request(JsonNode body, WireFormat format, BooleanSupplier refusal, boolean patient) {
        this.body = body;
        this.format = format;
        this.refusal = refusal;
        this.patient = patient;
    }

    boolean isPatient() {
        return patient;
    }

    /** Whether the next of many entries is to be refused, for no reason of its own. */
    boolean refusesEntry() {
        return refusal.getAsBoolean();
    }

    @Nullable
    String optionalText(String name) {
        JsonNode node = member(name);
        if (node == null) {
            return null;
        }
        if (!node.isTextual()) {
            throw wrongType(name, "a string");
        }
        return node.textValue();
    }

    String text(String name) {
        String value = optionalText(name);
        if (value == null) {
            throw missing(name);
        }
        return value;
    }

    int integerOr(String name, int otherwise, int atLeast, int atMost) {
        JsonNode node = member(name);
        if (node == null) {
            return otherwise;
        }
        if (!node.isIntegralNumber()) {
            throw wrongType(name, "a whole number");
        }
        if (!node.canConvertToInt() || node.intValue() < atLeast || node.intValue() > atMost) {
            throw ApiException.validation(
                    name + " is " + node.asText() + "; it must lie between " + atLeast + " and " + atMost + ".");
        }
        return node.intValue();
    }

    /** Milliseconds since 1970. */
    long time(String name) {
        JsonNode node = member(name);
        if (node == null) {
            throw missing(name);
        }
        if (!node.isNumber()) {
            throw wrongType(name, "a time");
        }
        if (!(Math.abs(node.doubleValue()) < TIME_MAX)) {
            throw ApiException.validation(name + " is no time: it is beyond all that there are.");
        }
        return format.millis(node);
    }

    byte[] blob(String name) {
        JsonNode node = member(name);
        if (node == null) {
            throw missing(name);
        }
        if (!node.isTextual() && !node.isBinary()) {
            throw wrongType(name, "a blob");
        }
        try {
            return node.binaryValue();
        } catch (IOException notBase64) {
            throw wrongType(name, "base64");
        }
    }

    @Nullable
    Request optionalObject(String name) {
        JsonNode node = member(name);
        if (node == null) {
            return null;
        }
        if (!node.isObject()) {
            throw wrongType(name, "an object");
        }
        return new Request(node, format);
    }

    Request object(String name) {
        Request value = optionalObject(name);
        if (value == null) {
            throw missing(name);
        }
        return value;
    }

    List<Request> objects(String name, int atMost) {
        JsonNode node = member(name);
        if (node == null) {
            throw missing(name);
        }
        if (!node.isArray()) {
            throw wrongType(name, "a list");
        }
        if (node.isEmpty() || node.size() > atMost) {
            throw ApiException.validation(
                    name + " has " + node.size() + " entries; it must have between 1 and " + atMost + ".");
        }
        List<Request> values = new ArrayList<>(node.size());
        for (JsonNode element : node) {
            if (!element.isObject()) {
                throw wrongType(name, "a list of objects");
            }
            values.add(new Request(element, format));
        }
        return values;
    }

    private @Nullable JsonNode member(String name) {
        JsonNode node = body.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private static ApiException missing(String name) {
        return ApiException.validation(name + " is missing; it is required.");
    }

    private static ApiException wrongType(String name, String expected) {
        return ApiException.serialization(name + " is not " + expected + ".");
    }
}
