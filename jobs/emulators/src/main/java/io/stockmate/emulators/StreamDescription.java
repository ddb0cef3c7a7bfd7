package io.stockmate.emulators;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A stream without its records, as it stands in {@code stream.json} of its directory.
 *
 * @param createdAt epoch milliseconds; tells a stream from an earlier one of the same name
 */
record StreamDescription(int format, String name, long createdAt, List<ShardDescription> shards) {
    private static final int FORMAT = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static StreamDescription create(String name, int shardCount, long now) {
        List<ShardDescription> shards = new ArrayList<>(shardCount);
        for (HashRange range : HashRange.split(shardCount)) {
            shards.add(new ShardDescription(shards.size(), null, null, range, now, null));
        }
        return new StreamDescription(FORMAT, name, now, List.copyOf(shards));
    }

    StreamDescription with(List<ShardDescription> newShards) {
        return new StreamDescription(format, name, createdAt, List.copyOf(newShards));
    }

    static StreamDescription read(Path directory) throws IOException {
        Path file = file(directory);
        try {
            StreamDescription description = MAPPER.readValue(Files.readAllBytes(file), StreamDescription.class);
            if (description.format != FORMAT) {
                throw new IOException(file + " has format " + description.format + ", this version reads " + FORMAT);
            }
            return description;
        } catch (JacksonException unreadable) {
            throw new IOException(
                    file + " is not a stream's description: " + unreadable.getOriginalMessage(), unreadable);
        }
    }

    void write(Path directory) throws IOException {
        WholeFile.write(file(directory), MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }

    private static Path file(Path directory) {
        return directory.resolve("stream.json");
    }
}
