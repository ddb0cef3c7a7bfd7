package io.stockmate.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Every decoder of a module answers whatever it is given, soon, and with no other exception than those that it is
 * documented to throw. Here with the seeds, the corpus and some seeded changes of them; {@link FuzzRun} goes on for as
 * long as one likes.
 */
public abstract class FuzzContract {
    private static final long SEED = 20_260_304;
    private static final int MUTATIONS = 2_000;

    private final FuzzTargets targets;

    protected FuzzContract(FuzzTargets targets) {
        this.targets = targets;
    }

    @TestFactory
    Stream<DynamicTest> answersWhateverItIsGiven() {
        return targets.all().stream().map(target -> dynamicTest(target.name(), () -> answersAll(target)));
    }

    /** With {@code -Pfuzz}: as many inputs as {@code fuzz.inputs} says for each unit of weight. */
    @Test
    @EnabledIfSystemProperty(named = "fuzz.inputs", matches = "\\d+")
    void answersWhateverCoverageLeadsTo() throws IOException, InterruptedException {
        List<String> only = Stream.of(System.getProperty("fuzz.targets", "").split(","))
                .filter(name -> !name.isBlank())
                .toList();
        FuzzRun run = new FuzzRun(
                targets, Long.getLong("fuzz.inputs"), Path.of(System.getProperty("fuzz.directory", "target/fuzz")));
        assertThat(run.run(only)).as("inputs that crashed").isZero();
    }

    private static void answersAll(FuzzTarget target) {
        List<byte[]> inputs = Corpus.of(target);
        assertThat(inputs).as("seeds of %s", target.name()).isNotEmpty();
        TimedDecoding decoding = new TimedDecoding(target);
        inputs.forEach(input -> decode(decoding, target, input));
        Mutations mutations = new Mutations(SEED, inputs, Dictionary.words());
        for (int i = 0; i < MUTATIONS; i++) {
            decode(decoding, target, mutations.next());
        }
    }

    private static void decode(TimedDecoding decoding, FuzzTarget target, byte[] input) {
        try {
            decoding.decode(input);
        } catch (RuntimeException | Error crash) {
            throw new AssertionError(
                    target.name() + " crashed on " + Base64.getEncoder().encodeToString(input), crash);
        }
    }
}
