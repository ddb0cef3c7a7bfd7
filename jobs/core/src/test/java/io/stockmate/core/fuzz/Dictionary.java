package io.stockmate.core.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The words of {@code fuzz/dictionary}, in the form that libFuzzer reads. */
final class Dictionary {
    private Dictionary() {}

    /** The file as it is. */
    static byte[] file() {
        try (InputStream in = Dictionary.class.getResourceAsStream("/fuzz/dictionary")) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("the dictionary", broken);
        }
    }

    static List<byte[]> words() {
        return new String(file(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("\""))
                .map(Mutations::word)
                .toList();
    }
}
