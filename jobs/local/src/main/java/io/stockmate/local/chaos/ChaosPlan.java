package io.stockmate.local.chaos;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a platform and when, drawn from a seed.
 *
 * @param steps in their order
 * @param endpointSeed of the faults of the endpoints
 */
public record ChaosPlan(List<Step> steps, long endpointSeed) {
    private static final int OTHERS_PER_KILL = 3;
    private static final int LASTS_MS_MIN = 500;
    private static final int LASTS_MS_MAX = 4_000;
    private static final double KILLS_FROM = 0.1;
    private static final double FAULTS_UNTIL = 0.95;

    /**
     * @param orders that have been sent when it happens
     * @param fault null for a kill -9 of the platform
     * @param seed of what is to be chosen then
     * @param lastsMs of a fault that lasts for a while
     */
    public record Step(long orders, @Nullable ChaosFault fault, long seed, int lastsMs) {
        /** The fault, of a step that is no kill. */
        ChaosFault made() {
            return Objects.requireNonNull(fault);
        }

        /** For people: {@code reshard@3120}. */
        String text() {
            return (fault == null ? "kill" : fault.title()) + "@" + orders;
        }
    }

    /**
     * Kills are spread over the run; each kind of fault comes once at least, and so many times in all as there are
     * three for each kill.
     */
    static ChaosPlan of(long seed, long orders, int kills, Set<ChaosFault> faults) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Step> steps = new ArrayList<>();
        double span = FAULTS_UNTIL - KILLS_FROM;
        for (int kill = 0; kill < kills; kill++) {
            double at = KILLS_FROM + span * (kill + random.nextDouble()) / kills;
            steps.add(step(null, (long) (orders * at), random));
        }
        List<ChaosFault> kinds =
                faults.stream().filter(ChaosPlan::comesAtAMoment).sorted().toList();
        for (int number = 0; !kinds.isEmpty() && number < Math.max(kinds.size(), kills * OTHERS_PER_KILL); number++) {
            ChaosFault fault = number < kinds.size() ? kinds.get(number) : kinds.get(random.nextInt(kinds.size()));
            steps.add(step(fault, (long) (orders * FAULTS_UNTIL * random.nextDouble()), random));
        }
        steps.sort(Comparator.comparingLong(Step::orders));
        return new ChaosPlan(List.copyOf(steps), random.nextLong());
    }

    /** For people, one line. */
    public String text() {
        return steps.stream().map(Step::text).collect(Collectors.joining(" "));
    }

    private static boolean comesAtAMoment(ChaosFault fault) {
        return fault != ChaosFault.ENDPOINTS && fault != ChaosFault.CHECKPOINT_TORN;
    }

    private static Step step(@Nullable ChaosFault fault, long orders, SplittableRandom random) {
        return new Step(orders, fault, random.nextLong(), random.nextInt(LASTS_MS_MIN, LASTS_MS_MAX));
    }
}
