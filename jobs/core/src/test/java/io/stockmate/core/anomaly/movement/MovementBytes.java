package io.stockmate.core.anomaly.movement;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A detector as bytes and back. */
final class MovementBytes {
    private MovementBytes() {}

    static byte[] of(MovementDetector detector) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            detector.write(new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static MovementDetector copy(MovementDetector detector) {
        try {
            return MovementDetector.read(new DataInputStream(new ByteArrayInputStream(of(detector))));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
