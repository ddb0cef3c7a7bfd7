package io.stockmate.emulators;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A delivery stream as it stands in {@code delivery-stream.json} of its directory.
 *
 * @param prefix what objects' names begin with, before the date; a slash at its end makes it a directory
 * @param createdAt epoch milliseconds
 * @param bufferBytes 0 for the endpoint's setting
 * @param bufferIntervalMillis 0 for the endpoint's setting
 */
record DeliveryDescription(
        int format, String name, String prefix, long createdAt, long bufferBytes, long bufferIntervalMillis) {
    private static final int FORMAT = 1;
    private static final String WORD = "[a-zA-Z0-9_=-][a-zA-Z0-9_.=-]*";
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-][a-zA-Z0-9_.-]{0,63}");
    private static final Pattern PREFIX = Pattern.compile("(?:" + WORD + "/)*(?:" + WORD + ")?");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** @throws ApiException when the name or the prefix is not allowed: neither leads out of the directory or hides */
    static DeliveryDescription create(
            String name, String prefix, long createdAt, long bufferBytes, long bufferIntervalMillis) {
        if (!NAME.matcher(name).matches()) {
            throw ApiException.validation("Delivery stream name '" + name + "' must match " + NAME + ".");
        }
        if (!PREFIX.matcher(prefix).matches()) {
            throw ApiException.invalidArgument("Prefix '" + prefix + "' must match " + PREFIX + ".");
        }
        return new DeliveryDescription(FORMAT, name, prefix, createdAt, bufferBytes, bufferIntervalMillis);
    }

    static boolean isIn(Path directory) {
        return Files.exists(file(directory));
    }

    static DeliveryDescription read(Path directory) throws IOException {
        Path file = file(directory);
        try {
            DeliveryDescription description = MAPPER.readValue(Files.readAllBytes(file), DeliveryDescription.class);
            if (description.format != FORMAT) {
                throw new IOException(file + " has format " + description.format + ", this version reads " + FORMAT);
            }
            return description;
        } catch (JacksonException unreadable) {
            throw new IOException(
                    file + " is not a delivery stream's description: " + unreadable.getOriginalMessage(), unreadable);
        }
    }

    void write(Path directory) throws IOException {
        WholeFile.write(file(directory), MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }

    private static Path file(Path directory) {
        return directory.resolve("delivery-stream.json");
    }
}
