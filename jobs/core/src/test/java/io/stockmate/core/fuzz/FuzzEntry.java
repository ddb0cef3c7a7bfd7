package io.stockmate.core.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What Jazzer calls, by these names: {@link FuzzRun} starts it. */
public final class FuzzEntry {
    private static @Nullable TimedDecoding decoding;
    private static @Nullable Path result;

    private FuzzEntry() {}

    /** @param arguments the class of the {@link FuzzTargets}, the target's name, the file that the result goes to */
    public static void fuzzerInitialize(String[] arguments) throws ReflectiveOperationException {
        FuzzTargets targets = (FuzzTargets)
                Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
        FuzzTarget target = targets.named(arguments[1]);
        decoding = new TimedDecoding(target);
        result = Path.of(arguments[2]);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        decoding.decode(input);
    }

    public static void fuzzerTearDown() throws IOException {
        Files.writeString(result, String.format(Locale.ROOT, "%d %.1f", decoding.inputs(), decoding.slowestMillis()));
    }
}
