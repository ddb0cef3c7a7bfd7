package io.stockmate.benchmarks.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.benchmarks.book.BookBench;
import io.stockmate.benchmarks.book.GeneratedFlow;
import io.stockmate.benchmarks.book.OrderFlow;
import io.stockmate.benchmarks.matching.MatchingBench.Levels;
import io.stockmate.core.market.Market;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated flows through the job's operator. */
final class MatchingBenchTest {
    private static final Duration OFTEN = Duration.ofMillis(100);

    @TempDir
    private Path checkpoints;

    @Test
    void theJobReportsWhatTheBookReportsWhereverTheLevelsAre() throws Exception {
        OrderFlow flow = GeneratedFlow.jumps(3, 20_000);
        MatchingBench bench = new MatchingBench(flow, OFTEN, checkpoints);
        String book = new BookBench(flow, Market::emptyBook).sha256();

        assertThat(bench.sha256(Levels.HEAP)).isEqualTo(book);
        assertThat(bench.sha256(Levels.MAP_STATE)).isEqualTo(book);
    }

    @Test
    void speedIsThatOfAllCommandsOfTheFlowTheInstrumentAndTheTick() throws Exception {
        OrderFlow flow = new WrittenFlow().buy(1, 10, 100).sell(2, 4, 100).cancel(1);

        MatchingSpeed speed = new MatchingBench(flow, OFTEN, checkpoints).measure(Levels.HEAP);

        assertThat(speed.commands()).isEqualTo(5);
        assertThat(speed.cpuNs()).isPositive();
    }
}
