package io.stockmate.local.terraform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Terraform's functions, as far as evaluation meets them; of another one the result is unknown. */
record Functions(Path directory) {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Nullable
    Object call(String function, List<Object> arguments) {
        Object first = arguments.get(0);
        return switch (function) {
            case "concat" ->
                arguments.stream().flatMap(list -> all(list).stream()).toList();
            case "toset", "distinct" -> new ArrayList<>(new LinkedHashSet<>(all(first)));
            case "sort" -> new ArrayList<>(new TreeSet<>(all(first)));
            case "keys" ->
                first instanceof Map<?, ?> map ? new ArrayList<>(new TreeMap<>(map).keySet()) : unknown(function);
            case "merge" -> merge(arguments);
            case "lookup" ->
                first instanceof Map<?, ?> map && map.containsKey(arguments.get(1))
                        ? map.get(arguments.get(1))
                        : arguments.get(2);
            case "join" -> all(arguments.get(1)).stream().map(Functions::text).collect(Collectors.joining(text(first)));
            case "replace" -> text(first).replace(text(arguments.get(1)), text(arguments.get(2)));
            case "trimsuffix" ->
                text(first).replaceFirst(java.util.regex.Pattern.quote(text(arguments.get(1))) + "$", "");
            case "trimprefix" ->
                text(first).replaceFirst("^" + java.util.regex.Pattern.quote(text(arguments.get(1))), "");
            case "tostring" -> text(first);
            case "split" -> List.of(text(arguments.get(1)).split(java.util.regex.Pattern.quote(text(first)), -1));
            case "contains" -> all(first).contains(arguments.get(1));
            case "file" -> file(text(first));
            case "fileset" -> fileset(text(first), text(arguments.get(1)));
            case "format" -> String.format(Locale.ROOT, text(first), formatted(arguments));
            case "yamlencode" -> json(first);
            case "jsonencode" -> json(first);
            case "jsondecode" -> decoded(text(first));
            default -> unknown(function);
        };
    }

    /** As Terraform writes a value into text. */
    static String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    /** Keys and values of a map, places and elements of a list. */
    Map<Object, Object> entries(@Nullable Object value) {
        Map<Object, Object> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            entries.putAll(map);
        } else {
            List<Object> list = all(value);
            for (int place = 0; place < list.size(); place++) {
                entries.put(BigDecimal.valueOf(place), list.get(place));
            }
        }
        return entries;
    }

    private static List<Object> all(@Nullable Object value) {
        return value instanceof Collection<?> elements ? new ArrayList<>(elements) : new ArrayList<>();
    }

    /** Whole numbers are all that is formatted as numbers. */
    private static Object[] formatted(List<Object> arguments) {
        return arguments.stream()
                .skip(1)
                .map(value -> value instanceof BigDecimal number ? (Object) number.toBigIntegerExact() : value)
                .toArray();
    }

    private static Object merge(List<Object> maps) {
        Map<Object, Object> merged = new LinkedHashMap<>();
        for (Object each : maps) {
            if (each instanceof Map<?, ?> map) {
                merged.putAll(map);
            }
        }
        return merged;
    }

    private static String file(String path) {
        try {
            return Files.exists(Path.of(path)) ? Files.readString(Path.of(path)) : "${file(" + path + ")}";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Object fileset(String path, String pattern) {
        if (!Files.isDirectory(Path.of(path))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(path))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(pattern.substring(1)))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String json(@Nullable Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Object decoded(String json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static String unknown(String function) {
        return "${" + function + "()}";
    }
}
