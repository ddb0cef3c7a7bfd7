package io.stockmate.benchmarks.book;

import io.stockmate.core.fuzz.FuzzTarget;
import io.stockmate.core.fuzz.FuzzTargets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

/** Recorded order flows. */
public final class OrderFileTargets implements FuzzTargets {
    @Override
    public List<FuzzTarget> all() {
        ByteBuffer one = ByteBuffer.allocate(16 + 40).order(ByteOrder.LITTLE_ENDIAN);
        one.putLong(0x4D4542575F303031L)
                .putInt(1)
                .putInt(1)
                .put(new byte[] {0, 1, 0, 0})
                .putInt(5)
                .putLong(1);
        return List.of(new FuzzTarget(
                "orders",
                1,
                List.of(one.array()),
                input -> OrderFile.read(new ByteArrayInputStream(input), Path.of("fuzz")),
                IOException.class));
    }
}
