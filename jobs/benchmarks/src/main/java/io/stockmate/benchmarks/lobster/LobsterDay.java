package io.stockmate.benchmarks.lobster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A message file and its orderbook file: levels k are those after message k.
 *
 * @param depth how many levels a side the orderbook file holds
 */
public record LobsterDay(List<LobsterMessage> messages, List<LobsterLevels> levels, int depth) {
    /** @throws IllegalArgumentException if a file is not of LOBSTER's format, or the two do not belong together */
    public static LobsterDay read(Path messageFile, Path orderbookFile) throws IOException {
        List<LobsterMessage> messages = rows(messageFile, LobsterMessage::parse);
        List<LobsterLevels> levels = rows(orderbookFile, LobsterLevels::parse);
        if (messages.isEmpty() || messages.size() != levels.size()) {
            throw new IllegalArgumentException(messageFile + " has " + messages.size() + " rows and " + orderbookFile
                    + " has " + levels.size() + "; give a message file and the orderbook file made with it");
        }
        try (var lines = Files.lines(orderbookFile)) {
            int depth = lines.findFirst().orElse("").split(",", -1).length / 4;
            return new LobsterDay(messages, levels, depth);
        }
    }

    private static <T> List<T> rows(Path file, Function<String, T> parse) throws IOException {
        List<T> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank()) {
                continue;
            }
            try {
                rows.add(parse.apply(line));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(
                        file + " line " + (rows.size() + 1) + " is not LOBSTER's: " + wrong.getMessage(), wrong);
            }
        }
        return rows;
    }
}
