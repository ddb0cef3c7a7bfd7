package io.stockmate.connectors.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The configuration of a job: a JSON array of {@code {"PropertyGroupId": …, "PropertyMap": {…}}}, the form that AWS
 * gives it. Immutable.
 */
public final class PropertyGroups {
    private static final String ID = "PropertyGroupId";
    private static final String MAP = "PropertyMap";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Map<String, PropertyGroup> groups;

    private PropertyGroups(Map<String, PropertyGroup> groups) {
        this.groups = groups;
    }

    /** No group: all defaults. */
    public static PropertyGroups none() {
        return new PropertyGroups(Map.of());
    }

    /**
     * Reads a file.
     *
     * @throws IOException where it cannot be read
     * @throws InvalidProperty where it is no array of property groups
     */
    public static PropertyGroups read(Path file) throws IOException {
        return parse(Files.readString(file), file.toString());
    }

    /**
     * Reads JSON.
     *
     * @param origin where it came from, for error messages
     */
    public static PropertyGroups parse(String json, String origin) {
        try {
            JsonNode array = JSON.readTree(json);
            if (!array.isArray()) {
                throw new InvalidProperty(origin + ": not an array of property groups");
            }
            Map<String, PropertyGroup> groups = new TreeMap<>();
            for (JsonNode element : array) {
                PropertyGroup group = group(element, origin);
                if (groups.put(group.id(), group) != null) {
                    throw new InvalidProperty(origin + ": property group " + group.id() + " is there twice");
                }
            }
            return new PropertyGroups(groups);
        } catch (JsonProcessingException malformed) {
            throw new InvalidProperty(origin + ": " + malformed.getMessage(), malformed);
        }
    }

    /** The group of this id; one in which nothing is set where there is none. */
    public PropertyGroup group(String id) {
        PropertyGroup group = groups.get(id);
        return group == null ? PropertyGroup.of(id, Map.of()) : group;
    }

    /** These groups with one property set or changed. */
    public PropertyGroups with(String id, String name, String value) {
        Map<String, PropertyGroup> changed = new TreeMap<>(groups);
        changed.put(id, group(id).with(name, value));
        return new PropertyGroups(changed);
    }

    /** The ids of the groups, in order. */
    public Set<String> ids() {
        return new TreeSet<>(groups.keySet());
    }

    /**
     * Refuses every group with another id.
     *
     * @return these groups
     */
    public PropertyGroups allow(Collection<String> ids) {
        for (String id : groups.keySet()) {
            if (!ids.contains(id)) {
                throw new InvalidProperty(
                        "property group " + id + " is not known; known are " + String.join(", ", new TreeSet<>(ids)));
            }
        }
        return this;
    }

    private static PropertyGroup group(JsonNode element, String origin) {
        JsonNode id = element.path(ID);
        JsonNode map = element.path(MAP);
        if (!id.isTextual() || !map.isObject() || element.size() != 2) {
            throw new InvalidProperty(
                    origin + ": a property group has a string " + ID + ", an object " + MAP + " and nothing else");
        }
        Map<String, String> properties = new TreeMap<>();
        for (Map.Entry<String, JsonNode> property : map.properties()) {
            if (!property.getValue().isTextual()) {
                throw new InvalidProperty(origin + ": property group " + id.textValue() + ": " + property.getKey()
                        + " = " + property.getValue() + " is not a string; put it in quotes");
            }
            properties.put(property.getKey(), property.getValue().textValue());
        }
        return PropertyGroup.of(id.textValue(), properties);
    }
}
