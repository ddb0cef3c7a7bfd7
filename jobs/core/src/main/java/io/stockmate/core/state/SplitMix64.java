package io.stockmate.core.state;

/** Spreads numbers that are alike, such as counts, over all 64 bits. */
public final class SplitMix64 {
    private SplitMix64() {}

    /**
     * The finalizer of SplitMix64: another number for each.
     *
     * @see <a href="https://doi.org/10.1145/2660193.2660195">Steele, Lea, Flood: Fast Splittable Pseudorandom Number
     *     Generators</a>
     */
    public static long mix(long number) {
        long mixed = (number ^ number >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
