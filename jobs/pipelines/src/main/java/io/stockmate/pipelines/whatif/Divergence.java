package io.stockmate.pipelines.whatif;

import io.stockmate.core.message.Event;
import org.jspecify.annotations.Nullable;

/**
 * Where a symbol first goes another way.
 *
 * @param logged the event of the log as it is; null where its command gives no further one
 * @param changed the event of the changed log; null where its command gives no further one
 */
public record Divergence(String symbol, long seq, @Nullable Event logged, @Nullable Event changed) {}
