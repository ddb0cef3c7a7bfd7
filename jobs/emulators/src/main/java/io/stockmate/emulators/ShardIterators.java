package io.stockmate.emulators;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.LongSupplier;

/**
 * Shard iterators: a stream, a shard and the position of the next record, good for a while. They carry all that in
 * themselves, so they outlive a restart of the endpoint, as they outlive one of AWS's.
 */
final class ShardIterators {
    private static final String VERSION = "1";

    private final long lifetimeMillis;
    private final LongSupplier wallClock;

    /** @param wallClock milliseconds of real time, in which iterators expire however fast records' time runs */
    ShardIterators(Duration lifetime, LongSupplier wallClock) {
        this.lifetimeMillis = lifetime.toMillis();
        this.wallClock = wallClock;
    }

    /** Where to read on. */
    record Place(String stream, long streamCreatedAt, String shardId, long position) {}

    String issue(Place place) {
        String text = String.join(
                "/",
                VERSION,
                place.stream(),
                Long.toString(place.streamCreatedAt()),
                place.shardId(),
                Long.toString(place.position()),
                Long.toString(wallClock.getAsLong()));
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ApiException when the iterator is too old or none of ours */
    Place open(String iterator) {
        String[] parts = decode(iterator).split("/", -1);
        if (parts.length != 6 || !parts[0].equals(VERSION)) {
            throw invalid();
        }
        try {
            long ageMillis = wallClock.getAsLong() - Long.parseLong(parts[5]);
            if (ageMillis > lifetimeMillis) {
                throw ApiException.expiredIterator("The iterator is " + ageMillis + " ms old and was good for "
                        + lifetimeMillis + " ms: get a new one.");
            }
            return new Place(parts[1], Long.parseLong(parts[2]), parts[3], Long.parseLong(parts[4]));
        } catch (NumberFormatException damaged) {
            throw invalid();
        }
    }

    private static String decode(String iterator) {
        try {
            return new String(Base64.getDecoder().decode(iterator), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
    }

    private static ApiException invalid() {
        return ApiException.invalidArgument("The shard iterator is not one that this endpoint gave out.");
    }
}
