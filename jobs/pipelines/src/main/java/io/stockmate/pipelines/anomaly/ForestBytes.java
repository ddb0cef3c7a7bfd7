package io.stockmate.pipelines.anomaly;

import com.amazon.randomcutforest.parkservices.ThresholdedRandomCutForest;
import com.amazon.randomcutforest.parkservices.state.ThresholdedRandomCutForestMapper;
import com.amazon.randomcutforest.parkservices.state.ThresholdedRandomCutForestState;
import io.stockmate.core.message.CountedBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** A forest as the library's own state, compressed. */
final class ForestBytes {
    /** An array's length is believed before its elements are there, and objects within objects take the stack. */
    private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter(
            "maxbytes=1000000;maxarray=100000;maxdepth=20;com.amazon.randomcutforest.**;java.base/*;!*");

    private ForestBytes() {}

    static void write(ThresholdedRandomCutForest forest, DataOutput out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream state = new ObjectOutputStream(new DeflaterOutputStream(bytes))) {
            state.writeObject(new ThresholdedRandomCutForestMapper().toState(forest));
        }
        out.writeInt(bytes.size());
        out.write(bytes.toByteArray());
    }

    /** @throws IOException where the bytes are none of {@link #write}, or hold what this version does not know */
    static ThresholdedRandomCutForest read(DataInput in, long seed) throws IOException {
        byte[] bytes = CountedBytes.read("forest", in);
        try (ObjectInputStream state =
                new ObjectInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            state.setObjectInputFilter(KNOWN);
            return new ThresholdedRandomCutForestMapper()
                    .toModel((ThresholdedRandomCutForestState) state.readObject(), seed);
        } catch (ClassNotFoundException | RuntimeException unknown) {
            throw new IOException("the state of a forest holds what this version does not know", unknown);
        }
    }
}
