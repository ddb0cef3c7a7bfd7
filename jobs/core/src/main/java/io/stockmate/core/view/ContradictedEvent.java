package io.stockmate.core.view;

import java.util.HexFormat;

/** An event does not continue the chain of those before it, or differs from another one of its seq. */
public final class ContradictedEvent extends BrokenSequence {
    private static final long serialVersionUID = 1;

    ContradictedEvent(String symbol, long seq, long chain, long expected) {
        super(
                symbol,
                seq,
                "its chain is " + hex(chain) + ", and " + hex(expected) + " by what came before. Its content was"
                        + " changed, or two markets write to this stream, or the rules (operators, correctable) are"
                        + " others than it was made under. Compare the stream with the lake; a stream that contradicts"
                        + " itself cannot be read on");
    }

    private static String hex(long chain) {
        return HexFormat.of().toHexDigits(chain);
    }
}
