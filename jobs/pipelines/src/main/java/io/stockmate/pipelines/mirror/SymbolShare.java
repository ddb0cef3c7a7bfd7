package io.stockmate.pipelines.mirror;

import io.stockmate.core.chain.XxHash64;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Which symbols are mirrored: a share of all, known or not yet, and some by name. What is in a share is in every larger
 * one.
 *
 * @param hundredths of a percent, 0 to 10,000: symbols whose hash falls into that part
 * @param named further ones
 */
public record SymbolShare(int hundredths, Set<String> named) {
    /** All of them. */
    public static final int ALL = 10_000;

    /** @throws IllegalArgumentException for no share of the whole */
    public SymbolShare {
        if (hundredths < 0 || hundredths > ALL) {
            throw new IllegalArgumentException(hundredths + " hundredths of a percent are not between 0 and " + ALL);
        }
        named = Set.copyOf(named);
    }

    public boolean takes(String symbol) {
        byte[] bytes = symbol.getBytes(StandardCharsets.US_ASCII);
        return Long.remainderUnsigned(XxHash64.hash(bytes, 0, bytes.length, 0), ALL) < hundredths
                || named.contains(symbol);
    }
}
