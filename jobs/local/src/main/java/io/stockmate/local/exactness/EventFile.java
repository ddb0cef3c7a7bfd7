package io.stockmate.local.exactness;

import io.stockmate.core.message.BinarySink;
import io.stockmate.core.message.Event;
import io.stockmate.lake.LakeRow;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Events in the order in which a log's commands made them, each as the name of its type and the compact bytes of its row
 * in the lake: what the lake's answers are worked out from without a lake.
 */
final class EventFile implements AutoCloseable {
    private final DataOutputStream out;

    EventFile(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    void put(Event event) throws IOException {
        out.writeUTF(event.body().type().name());
        BinarySink.write(new LakeRow.OfEvent(event), out);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
