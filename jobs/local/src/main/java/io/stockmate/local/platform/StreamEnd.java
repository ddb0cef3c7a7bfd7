package io.stockmate.local.platform;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The end of a stream that takes no more records, and whether a reader is there: it has begun every open shard, which
 * it does behind their parents' ends, and has emitted the last record of each. A last record may hold nothing that
 * could be emitted, as an aggregate without parts: then it is enough that nothing comes any more.
 */
final class StreamEnd {
    /** A reader that is not behind looks many times within it. */
    static final Duration STILL = Duration.ofSeconds(5);

    private final Map<String, String> last;
    private final Map<String, Place> places = new HashMap<>();

    /** @param last see {@link io.stockmate.emulators.KinesisEndpoint#lastSequenceNumbers} */
    StreamEnd(Map<String, String> last) {
        this.last = Map.copyOf(last);
    }

    private record Place(String emitted, long sinceNs) {}

    /** To be asked again and again: stillness is measured between the calls. */
    boolean isReached(Map<String, String> emittedUpTo, Map<String, Long> millisBehind, long nowNs) {
        boolean reached = true;
        for (Map.Entry<String, String> end : last.entrySet()) {
            String shard = end.getKey();
            long behind = millisBehind.getOrDefault(shard, -1L);
            String emitted = emittedUpTo.getOrDefault(shard, "");
            boolean still = isStill(shard, behind, emitted, nowNs);
            reached &= still || (behind >= 0 && emitted.equals(end.getValue()));
        }
        return reached;
    }

    private boolean isStill(String shard, long behind, String emitted, long nowNs) {
        Place before = places.get(shard);
        if (behind != 0 || before == null || !before.emitted().equals(emitted)) {
            places.put(shard, new Place(emitted, nowNs));
            return false;
        }
        return nowNs - before.sinceNs() >= STILL.toNanos();
    }
}
