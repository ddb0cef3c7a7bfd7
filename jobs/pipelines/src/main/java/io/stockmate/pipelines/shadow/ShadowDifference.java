package io.stockmate.pipelines.shadow;

import org.jspecify.annotations.Nullable;

/**
 * Where two versions first give a symbol different events.
 *
 * @param seq of the event that differs
 * @param current this version's event in JSON; null where the command gives it no further one
 * @param candidate the other version's; null where the command gives it no further one
 */
public record ShadowDifference(String symbol, long seq, @Nullable String current, @Nullable String candidate) {
    /** An object of the four, in JSON. */
    public String json() {
        return "{\"symbol\":\"" + symbol + "\",\"seq\":" + seq + ",\"current\":" + current + ",\"candidate\":"
                + candidate + "}";
    }
}
