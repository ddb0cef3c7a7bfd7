package io.stockmate.benchmarks.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench on few books. */
final class RecoveryBenchTest {
    @TempDir
    private Path directory;

    @Test
    void booksOutliveTheirWorkerAndRescalingAndCheckpointsHoldWhatChanged() throws Exception {
        RecoveryFigures figures = new RecoveryBench(RecoverySizes.of(60, 100, 2, 5), 1, directory).run();

        assertThat(figures.sameChains()).isTrue();
        assertThat(figures.newBytes())
                .hasSize(5)
                .allSatisfy(bytes -> assertThat(bytes).isPositive().isLessThan(figures.fullBytes() / 3));
        assertThat(figures.firstEventMs()).isPositive().isLessThanOrEqualTo(figures.allBooksMs());
    }

    @Test
    void checkpointThatWritesMoreThanHalfOfAllIsARewrite() {
        RecoveryFigures figures = new RecoveryFigures(1_000, List.of(30L, 500L, 501L, 1_040L), 1, 2, true);

        assertThat(figures.rewrites()).isEqualTo(2);
        assertThat(figures.maxPercent()).isEqualTo(104);
    }

    @Test
    void moreChangedBooksThanThereAreAreRefused() {
        assertThatThrownBy(() -> RecoverySizes.of(10, 1, 11, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("10 symbols, 1 orders per book, 11 changed books and 1 checkpoints:");
    }
}
