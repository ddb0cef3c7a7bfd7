package io.stockmate.connectors.example;

import io.stockmate.core.view.EventPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Positions in a file, one symbol a line: {@code SYMBOL seq chain}, the chain in 16 hex digits. */
final class SavedPositions {
    private final Path file;

    SavedPositions(Path file) {
        this.file = file;
    }

    /** What was written last; nothing where there is no such file. */
    Map<String, EventPosition> read() throws IOException {
        Map<String, EventPosition> positions = new TreeMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] part = line.split(" ", -1);
                if (part.length != 3) {
                    throw new IOException(file + ": '" + line + "' is not SYMBOL seq chain");
                }
                positions.put(part[0], new EventPosition(Long.parseLong(part[1]), Long.parseUnsignedLong(part[2], 16)));
            }
        }
        return positions;
    }

    /** Replaces the file as a whole: who reads it finds the old positions or the new. */
    void write(Map<String, EventPosition> positions) throws IOException {
        List<String> lines = positions.entrySet().stream()
                .map(entry -> String.format(
                        "%s %d %016x",
                        entry.getKey(), entry.getValue().seq(), entry.getValue().chain()))
                .toList();
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, lines);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
