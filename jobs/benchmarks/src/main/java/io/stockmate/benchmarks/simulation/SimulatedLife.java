package io.stockmate.benchmarks.simulation;

import io.stockmate.pipelines.reconcile.Violation;
import java.util.List;

/**
 * What a {@link Simulation} came to.
 *
 * @param steps small things that were done, one after another
 * @param crashes of jobs
 * @param published events that came into the stream, repeats included
 * @param taken events that jobs took from it, again where a crash undid it
 */
public record SimulatedLife(
        long seed, long steps, long crashes, long published, long taken, List<Violation> violations) {
    public SimulatedLife {
        violations = List.copyOf(violations);
    }
}
