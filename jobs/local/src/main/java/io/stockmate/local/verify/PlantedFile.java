package io.stockmate.local.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockmate.producers.planted.Plant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The anomalies that were planted in a data directory: one JSON object a line, in the order of planting. */
public record PlantedFile(Path path) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Adds one; it is in the file when this returns. */
    public void add(Plant plant) {
        try {
            String line = JSON.writeValueAsString(plant) + "\n";
            Files.write(
                    path, line.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + path, failure);
        }
    }

    /** All of them; none where there is no file. */
    public List<Plant> read() throws IOException {
        List<Plant> plants = new ArrayList<>();
        if (Files.exists(path)) {
            for (String line : Files.readAllLines(path)) {
                plants.add(JSON.readValue(line, Plant.class));
            }
        }
        return plants;
    }
}
