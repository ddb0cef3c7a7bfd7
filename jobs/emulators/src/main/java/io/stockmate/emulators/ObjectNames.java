package io.stockmate.emulators;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names objects as Firehose does: {@code PREFIX YYYY/MM/dd/HH/STREAM-1-YYYY-MM-dd-HH-mm-ss-N}, in UTC. */
final class ObjectNames {
    private static final DateTimeFormatter DIRECTORY = utc("yyyy/MM/dd/HH/");
    private static final DateTimeFormatter SECOND = utc("yyyy-MM-dd-HH-mm-ss");

    private ObjectNames() {}

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    /**
     * A name, relative to {@code bucket}, that no object has there.
     *
     * @param begunAt when the object's first record came, epoch milliseconds
     */
    static String next(Path bucket, DeliveryDescription stream, long begunAt) {
        Instant time = Instant.ofEpochMilli(begunAt);
        String stem = stream.prefix() + DIRECTORY.format(time) + stream.name() + "-1-" + SECOND.format(time) + "-";
        int number = 0;
        while (Files.exists(bucket.resolve(stem + number))) {
            number++;
        }
        return stem + number;
    }
}
