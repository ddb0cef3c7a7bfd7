package io.stockmate.pipelines.anomaly;

import io.stockmate.core.fuzz.FuzzTarget;
import io.stockmate.core.fuzz.FuzzTargets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The library's own state of a Random Cut Forest, in Java's serialization. */
public final class ForestTargets implements FuzzTargets {
    private static final int VALUES = 20;

    @Override
    public List<FuzzTarget> all() {
        return List.of(new FuzzTarget(
                "forest",
                1,
                List.of(written()),
                input -> ForestScorer.read(new DataInputStream(new ByteArrayInputStream(input))),
                IOException.class));
    }

    private static byte[] written() {
        ForestScorer scorer = new ForestScorer();
        for (int i = 0; i < VALUES; i++) {
            scorer.score(60_000L * i, i % 5);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            scorer.write(new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
