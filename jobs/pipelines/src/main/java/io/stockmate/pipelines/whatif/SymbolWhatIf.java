package io.stockmate.pipelines.whatif;

import java.util.Optional;

/**
 * A symbol with and without the change.
 *
 * @param divergence the first event that differs; empty where every event is the same
 * @param consequence the first that differs otherwise than by accepting a definition as it was changed; empty where
 *     the market went on as it had
 */
public record SymbolWhatIf(
        String symbol,
        long commands,
        Tally logged,
        Tally changed,
        Optional<Divergence> divergence,
        Optional<Divergence> consequence) {}
