package io.stockmate.core.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The inputs of a target that are kept: one a line, in Base64. Some were found by coverage, others, under a line with
 * {@code #} that says why, are regressions.
 */
final class Corpus {
    private Corpus() {}

    /** The seeds of a target and what is kept beside them. */
    static List<byte[]> of(FuzzTarget target) {
        List<byte[]> inputs = new ArrayList<>(target.seeds());
        try (InputStream in = Corpus.class.getResourceAsStream("/fuzz/" + target.name() + ".corpus")) {
            if (in != null) {
                new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(Base64.getDecoder()::decode)
                        .forEach(inputs::add);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("the corpus of " + target.name(), broken);
        }
        return inputs;
    }
}
