package io.stockmate.connectors.billing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Meters in memory, for the local platform and tests. They hold events to what Stripe documents, and to no more: an
 * identifier is known again for 24 h and not a moment longer.
 */
public final class StrictMeter implements MeterEvents {
    static final Duration UNIQUE_FOR = Duration.ofHours(24);
    static final Duration PAST_MAX = Duration.ofDays(35);
    static final Duration FUTURE_MAX = Duration.ofMinutes(5);
    static final int IDENTIFIER_LENGTH_MAX = 100;

    private final InstantSource clock;
    /** The oldest first. */
    private final Map<String, Instant> known = new LinkedHashMap<>();

    private long counted;

    public StrictMeter(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized List<MeterAnswer> send(List<MeterEvent> events) {
        Instant now = clock.instant();
        forgetWhatIsOld(now);
        return events.stream().map(event -> send(event, now)).toList();
    }

    private void forgetWhatIsOld(Instant now) {
        Iterator<Instant> oldest = known.values().iterator();
        while (oldest.hasNext() && !oldest.next().plus(UNIQUE_FOR).isAfter(now)) {
            oldest.remove();
        }
    }

    private MeterAnswer send(MeterEvent event, Instant now) {
        if (event.identifier().isEmpty() || event.identifier().length() > IDENTIFIER_LENGTH_MAX) {
            return MeterAnswer.refused("identifier of " + event.identifier().length() + " characters; 1 to "
                    + IDENTIFIER_LENGTH_MAX + " are allowed");
        }
        if (event.timestamp().isBefore(now.minus(PAST_MAX))) {
            return MeterAnswer.refused("timestamp " + event.timestamp() + " is more than 35 days ago");
        }
        if (event.timestamp().isAfter(now.plus(FUTURE_MAX))) {
            return MeterAnswer.refused("timestamp " + event.timestamp() + " is more than 5 minutes ahead");
        }
        if (known.putIfAbsent(event.identifier(), now) != null) {
            return MeterAnswer.DUPLICATE;
        }
        counted++;
        return MeterAnswer.ACCEPTED;
    }

    /** How many events are billed. */
    synchronized long counted() {
        return counted;
    }
}
