package io.stockmate.local.chaos;

import io.stockmate.local.platform.DataDirectory;
import io.stockmate.local.platform.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What a kill leaves of a checkpoint that was being written, where a file system shows what is not whole. */
final class TornCheckpoints {
    private static final String METADATA = "_metadata";
    private static final String PREFIX = "chk-";

    private TornCheckpoints() {}

    /** Puts one behind the newest checkpoint of some of the jobs, while no platform runs. Returns how many. */
    static int leave(DataDirectory data, SplittableRandom random) throws IOException {
        int torn = 0;
        for (Path checkpoints : directories(data.root().resolve("checkpoints"))) {
            for (Path job : directories(checkpoints)) {
                List<Path> complete = directories(job).stream()
                        .filter(directory -> Files.exists(directory.resolve(METADATA)))
                        .sorted(Comparator.comparingLong(TornCheckpoints::number))
                        .toList();
                if (!complete.isEmpty() && random.nextBoolean()) {
                    tear(complete.get(complete.size() - 1), random);
                    torn++;
                }
            }
        }
        return torn;
    }

    private static void tear(Path newest, SplittableRandom random) throws IOException {
        Path next = newest.resolveSibling(PREFIX + (number(newest) + 1));
        Directories.remove(next);
        Directories.copy(newest, next);
        byte[] metadata = Files.readAllBytes(next.resolve(METADATA));
        byte[] torn = new byte[random.nextInt(metadata.length)];
        System.arraycopy(metadata, 0, torn, 0, torn.length);
        Files.write(next.resolve(METADATA), torn);
    }

    private static long number(Path directory) {
        return Long.parseLong(directory.getFileName().toString().substring(PREFIX.length()));
    }

    private static List<Path> directories(Path root) throws IOException {
        if (Files.notExists(root)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }
}
