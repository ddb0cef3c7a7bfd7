package io.stockmate.emulators;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Faults that an endpoint makes on purpose, drawn from a seed: a share of the requests has one, of the chosen kinds that
 * the request can have, each as often as the others. The same requests in the same order have the same faults; requests
 * that come side by side share them out as they come.
 */
public final class FaultPlan {
    private static final FaultPlan NONE = new FaultPlan(0, List.of(), new SplittableRandom(0));
    private static final Set<String> PUTS_OF_MANY = Set.of("PutRecords", "PutRecordBatch");
    private static final String READ = "GetRecords";
    private static final int ENTRY_REFUSED_EACH = 3;
    private static final long SLOW_MS = 400;

    private final double share;
    private final List<Fault> kinds;
    private final SplittableRandom random;
    private final Map<Fault, Long> made = new EnumMap<>(Fault.class);

    private FaultPlan(double share, List<Fault> kinds, SplittableRandom random) {
        this.share = share;
        this.kinds = kinds;
        this.random = random;
    }

    /** No faults. */
    public static FaultPlan none() {
        return NONE;
    }

    /**
     * @param share of the requests, from 0 to 1
     * @throws IllegalArgumentException for another share, or without a kind
     */
    public static FaultPlan of(long seed, double share, Set<Fault> kinds) {
        if (!(share >= 0 && share <= 1) || kinds.isEmpty()) {
            throw new IllegalArgumentException(
                    "a share of " + share + " with faults " + kinds + ": give a share from 0 to 1 and a kind at least");
        }
        return new FaultPlan(share, kinds.stream().sorted().toList(), new SplittableRandom(seed));
    }

    /** The fault of the next request, null where it has none. */
    synchronized @Nullable Fault next(String operation) {
        if (share == 0 || random.nextDouble() >= share) {
            return null;
        }
        List<Fault> possible =
                kinds.stream().filter(kind -> canHave(operation, kind)).toList();
        if (possible.isEmpty()) {
            return null;
        }
        Fault fault = possible.get(random.nextInt(possible.size()));
        made.merge(fault, 1L, Long::sum);
        return fault;
    }

    private static boolean canHave(String operation, Fault fault) {
        return switch (fault) {
            case PARTIAL -> PUTS_OF_MANY.contains(operation);
            case ITERATOR_EXPIRED -> operation.equals(READ);
            default -> true;
        };
    }

    /**
     * What comes of a fault before its request is performed.
     *
     * @throws ApiException if it is refused
     */
    void strike(Fault fault) {
        switch (fault) {
            case THROTTLED -> throw ApiException.throughputExceeded("Rate exceeded, by a fault made on purpose.");
            case UNAVAILABLE -> throw ApiException.unavailable("Not there, by a fault made on purpose.");
            case INTERNAL -> throw ApiException.internal("Failed, by a fault made on purpose.");
            case ITERATOR_EXPIRED -> throw ApiException.expiredIterator("Expired, by a fault made on purpose.");
            case SLOW -> sleep();
            default -> {}
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(SLOW_MS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether an entry of a request with {@link Fault#PARTIAL} is refused. */
    synchronized boolean refusesEntry() {
        return random.nextInt(ENTRY_REFUSED_EACH) == 0;
    }

    /** How many there were of each kind. */
    public synchronized Map<Fault, Long> made() {
        return Map.copyOf(made);
    }
}
