package io.stockmate.core.fuzz;

import java.util.List;

/**
 * What turns bytes of others into objects, as fuzzing sees it.
 *
 * @param name of the target and of its corpus: {@code fuzz/NAME.corpus} among the test resources
 * @param weight the target's share of a long run, beside the others' weights
 * @param seeds inputs that are right, to begin with
 * @param decoder takes any input
 * @param refusals what the decoder is documented to throw where the input is wrong; anything else is a crash
 */
public record FuzzTarget(
        String name, int weight, List<byte[]> seeds, Decoder decoder, List<Class<? extends Exception>> refusals) {

    /** Comes back where the input is right. */
    @FunctionalInterface
    public interface Decoder {
        void decode(byte[] input) throws Exception;
    }

    @SafeVarargs
    public FuzzTarget(
            String name, int weight, List<byte[]> seeds, Decoder decoder, Class<? extends Exception>... refusals) {
        this(name, weight, seeds, decoder, List.of(refusals));
    }

    /** @throws AssertionError where the decoder throws what it is not documented to throw */
    void decode(byte[] input) {
        try {
            decoder.decode(input);
        } catch (Exception problem) {
            if (refusals.stream().noneMatch(refusal -> refusal.isInstance(problem))) {
                throw new AssertionError(name + " throws " + problem, problem);
            }
        }
    }
}
