package io.stockmate.local.platform;

import java.io.IOException;
import java.nio.file.Files;

/**
 * The mark of a directory whose streams and lake may stand at different places: a platform runs on it, was killed, or
 * did not end in order. Another start does not lift it, only an end in order does. Set and lifted under the lock.
 */
final class Unfinished {
    private static final String TEXT = "A platform runs here, or the last one did not end in order:"
            + " 'stockmate run --no-demo --duration 10s' completes the lake.\n";

    private Unfinished() {}

    static void mark(DataDirectory data) throws IOException {
        Files.writeString(data.unfinished(), TEXT);
    }

    static void lift(DataDirectory data) throws IOException {
        Files.deleteIfExists(data.unfinished());
    }

    static boolean is(DataDirectory data) {
        return Files.exists(data.unfinished());
    }
}
