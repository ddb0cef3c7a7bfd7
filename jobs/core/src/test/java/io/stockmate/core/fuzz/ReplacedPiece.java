package io.stockmate.core.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Inputs for state that lies in named pieces: the first byte names a piece, by its place in the order of names, and the
 * rest is what lies there instead of what was written.
 */
public final class ReplacedPiece {
    private final List<String> names;
    private final TreeMap<String, byte[]> pieces;

    /** @param pieces as they were written */
    public ReplacedPiece(Map<String, byte[]> pieces) {
        this.pieces = new TreeMap<>(pieces);
        this.names = List.copyOf(this.pieces.keySet());
    }

    /** One for each piece: what was written. */
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (int place = 0; place < names.size(); place++) {
            byte[] piece = pieces.get(names.get(place));
            byte[] seed = new byte[1 + piece.length];
            seed[0] = (byte) place;
            System.arraycopy(piece, 0, seed, 1, piece.length);
            seeds.add(seed);
        }
        return seeds;
    }

    /** The pieces with that of an input among them; those that were written where the input is empty. */
    public TreeMap<String, byte[]> with(byte[] input) {
        TreeMap<String, byte[]> replaced = new TreeMap<>(pieces);
        if (input.length > 0) {
            replaced.put(name(input), Arrays.copyOfRange(input, 1, input.length));
        }
        return replaced;
    }

    /** The piece that an input, which is not empty, replaces. */
    public String name(byte[] input) {
        return names.get((input[0] & 0xFF) % names.size());
    }
}
