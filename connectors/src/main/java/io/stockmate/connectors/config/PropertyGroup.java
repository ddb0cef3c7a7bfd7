package io.stockmate.connectors.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Named properties that belong together. Immutable. Every reading method takes what holds where the property is not
 * set, and throws {@link InvalidProperty} where it is set to something else than the method reads.
 */
public final class PropertyGroup {
    private final String id;
    private final Map<String, String> properties;

    private PropertyGroup(String id, Map<String, String> properties) {
        this.id = id;
        this.properties = properties;
    }

    public static PropertyGroup of(String id, Map<String, String> properties) {
        return new PropertyGroup(id, new TreeMap<>(properties));
    }

    public String id() {
        return id;
    }

    /** What is set, in order of names. */
    public Map<String, String> properties() {
        return Map.copyOf(properties);
    }

    /** This group with one property set or changed. */
    public PropertyGroup with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(properties);
        changed.put(name, value);
        return new PropertyGroup(id, changed);
    }

    /**
     * Refuses every property with another name.
     *
     * @return this group
     */
    public PropertyGroup allow(Collection<String> names) {
        for (String name : properties.keySet()) {
            if (!names.contains(name)) {
                throw new InvalidProperty("property group " + id + ": " + name + " is not known; known are "
                        + String.join(", ", new TreeSet<>(names)));
            }
        }
        return this;
    }

    /** Text without surrounding space, never empty. */
    public String text(String name, String ifAbsent) {
        String value = optionalText(name);
        return value == null ? ifAbsent : value;
    }

    /** As {@link #text(String, String)}; null where not set. */
    public @Nullable String optionalText(String name) {
        String value = properties.get(name);
        if (value == null) {
            return null;
        }
        if (value.isBlank()) {
            throw new InvalidProperty("property group " + id + ": " + name + " is empty; set it or leave it out");
        }
        return value.strip();
    }

    /** Text that must be set. */
    public String text(String name) {
        String value = optionalText(name);
        if (value == null) {
            throw new InvalidProperty("property group " + id + ": " + name + " is missing");
        }
        return value;
    }

    /** A whole number, both bounds included. */
    public long integer(String name, long ifAbsent, long min, long max) {
        String value = optionalText(name);
        if (value == null) {
            return ifAbsent;
        }
        try {
            long number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw refused(name, value, "a whole number from " + min + " to " + max, noNumber);
        }
        throw refused(name, value, "a whole number from " + min + " to " + max, null);
    }

    public boolean flag(String name, boolean ifAbsent) {
        String value = optionalText(name);
        if (value == null) {
            return ifAbsent;
        }
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(name, value, "true or false", null);
        };
    }

    /** One of an enum's constants. */
    public <E extends Enum<E>> E choice(String name, E ifAbsent) {
        String value = optionalText(name);
        if (value == null) {
            return ifAbsent;
        }
        E[] constants = ifAbsent.getDeclaringClass().getEnumConstants();
        for (E constant : constants) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        throw refused(name, value, "one of " + Arrays.toString(constants), null);
    }

    /** Values between commas, in their order. */
    public List<String> list(String name, List<String> ifAbsent) {
        String value = optionalText(name);
        if (value == null) {
            return ifAbsent;
        }
        List<String> values = Stream.of(value.split(",", -1)).map(String::strip).toList();
        if (values.contains("")) {
            throw refused(name, value, "a list with something between its commas", null);
        }
        return values;
    }

    /** The address of a server: http or https, a host, nothing behind the port. Null where not set. */
    public @Nullable URI optionalAddress(String name) {
        String value = optionalText(name);
        if (value == null) {
            return null;
        }
        try {
            URI address = new URI(value);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (web && address.getHost() != null && (address.getPath() + "/").equals("/")) {
                return address;
            }
        } catch (URISyntaxException noAddress) {
            throw refused(name, value, "an address such as http://127.0.0.1:8082", noAddress);
        }
        throw refused(name, value, "an address such as http://127.0.0.1:8082", null);
    }

    /** A point in time, ISO 8601 in UTC. Null where not set. */
    public @Nullable Instant optionalInstant(String name) {
        String value = optionalText(name);
        if (value == null) {
            return null;
        }
        try {
            return Instant.parse(value);
        } catch (DateTimeException noInstant) {
            throw refused(name, value, "a time such as 2026-03-04T14:30:00Z", noInstant);
        }
    }

    /** An error about a property of this group; {@code right} says what it should be. */
    public InvalidProperty refused(String name, String value, String right, @Nullable Throwable cause) {
        String message = "property group " + id + ": " + name + " = " + value + " is not " + right;
        return cause == null ? new InvalidProperty(message) : new InvalidProperty(message, cause);
    }
}
