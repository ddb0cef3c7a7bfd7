package io.stockmate.benchmarks.simulation;

import static io.stockmate.pipelines.reconcile.Invariant.ALERTS_FOLLOW_THE_EVENTS;
import static io.stockmate.pipelines.reconcile.Invariant.BOOKS_FOLLOW_THE_EVENTS;
import static io.stockmate.pipelines.reconcile.Invariant.CHAIN_FOLLOWS;
import static io.stockmate.pipelines.reconcile.Invariant.DATABASE_IS_THE_LAKE;
import static io.stockmate.pipelines.reconcile.Invariant.FORECASTS_FOLLOW_THE_EVENTS;
import static io.stockmate.pipelines.reconcile.Invariant.LAKE_HOLDS_WHAT_WAS_PUBLISHED;
import static io.stockmate.pipelines.reconcile.Invariant.LOG_IS_THE_STREAM;
import static io.stockmate.pipelines.reconcile.Invariant.NO_GAP;
import static io.stockmate.pipelines.reconcile.Invariant.REPEATS_SAY_THE_SAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.message.Event;
import io.stockmate.core.view.EventPosition;
import io.stockmate.pipelines.reconcile.Invariant;
import io.stockmate.pipelines.reconcile.Violation;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A life without a mistake leaves no trace of its crashes; each mistake that is made on purpose is found. */
class SimulationTest {
    private static final int COMMANDS = 400;
    private static final int SEEDS = 3;

    @Test
    void crashesChangeNothing() {
        for (long seed = 1; seed <= 8; seed++) {
            SimulatedLife life = Simulation.of(seed, COMMANDS);
            assertThat(life.violations()).isEmpty();
            assertThat(life.crashes()).isPositive();
            assertThat(life.taken()).isGreaterThan(3 * COMMANDS);
        }
    }

    @Test
    void livesOfOneCommandEnd() {
        for (long seed = 1; seed <= 40; seed++) {
            assertThat(Simulation.of(seed, 1).violations()).isEmpty();
        }
    }

    @Test
    void aSeedGivesTheSameLifeAgain() {
        assertThat(Simulation.of(5, COMMANDS)).isEqualTo(Simulation.of(5, COMMANDS));
    }

    @Test
    void aChildShardThatDoesNotWaitForItsParentsIsFound() {
        assertFound(
                new Mechanisms() {
                    @Override
                    boolean childrenWait() {
                        return false;
                    }
                },
                LOG_IS_THE_STREAM,
                CHAIN_FOLLOWS);
    }

    @Test
    void aRecordThatIsTakenForReadBeforeItIsIsFound() {
        assertFound(
                new Mechanisms() {
                    @Override
                    int place(int read) {
                        return read + 1;
                    }
                },
                LOG_IS_THE_STREAM,
                CHAIN_FOLLOWS);
    }

    @Test
    void eventsThatACheckpointLeavesUnsentAreFound() {
        assertFound(
                new Mechanisms() {
                    @Override
                    boolean flushes() {
                        return false;
                    }
                },
                NO_GAP);
    }

    @Test
    void transactionsThatACheckpointLeavesUnpostedAreFound() {
        assertFound(
                new Mechanisms() {
                    @Override
                    boolean posts() {
                        return false;
                    }
                },
                DATABASE_IS_THE_LAKE);
    }

    @Test
    void rowsThatAreCommittedTwiceAreFound() {
        assertFound(
                new Mechanisms() {
                    @Override
                    boolean commitsOnce(Lake lake, Lake.Transaction transaction) {
                        return true;
                    }
                },
                LAKE_HOLDS_WHAT_WAS_PUBLISHED);
    }

    @Test
    void rowsOfARestoredCheckpointThatAreNotCommittedAreFound() {
        assertFound(
                new Mechanisms() {
                    @Override
                    boolean commitsRestored() {
                        return false;
                    }
                },
                LAKE_HOLDS_WHAT_WAS_PUBLISHED);
    }

    @Test
    void aDatabaseThatTellsNoTransactionFromItsRepeatIsFound() {
        int[] posted = new int[1];
        assertFound(
                new Mechanisms() {
                    @Override
                    String id(Transaction transaction) {
                        return transaction.id() + "-" + posted[0]++;
                    }
                },
                DATABASE_IS_THE_LAKE);
    }

    @Test
    void aMarketThatForgetsIdsIsFound() {
        assertFound(
                new Mechanisms() {
                    @Override
                    Map<String, byte[]> marketPieces(Map<String, byte[]> pieces) {
                        return without("ids/", pieces);
                    }
                },
                REPEATS_SAY_THE_SAME,
                CHAIN_FOLLOWS);
    }

    @Test
    void booksThatAreNotRestoredAreFound() {
        assertFound(forgetting(KeptBooks.TABLE), BOOKS_FOLLOW_THE_EVENTS, DATABASE_IS_THE_LAKE);
    }

    @Test
    void watchesThatAreNotRestoredAreFound() {
        assertFound(forgetting(WatchedSymbols.TABLE), ALERTS_FOLLOW_THE_EVENTS);
    }

    @Test
    void demandThatIsNotRestoredIsFound() {
        assertFound(forgetting(PlannedDemand.TABLE), FORECASTS_FOLLOW_THE_EVENTS);
    }

    @Test
    void aReaderThatForgetsItsPlaceIsFound() {
        assertFound(
                new Mechanisms() {
                    @Override
                    EventPosition position(EventPosition position) {
                        return new EventPosition(position.seq() - 1, null);
                    }
                },
                BOOKS_FOLLOW_THE_EVENTS);
    }

    @Test
    void anEarlyEventThatIsDroppedIsFound() {
        assertFound(
                new Mechanisms() {
                    @Override
                    boolean keeps(Event early) {
                        return early.seq() % 5 != 0;
                    }
                },
                BOOKS_FOLLOW_THE_EVENTS);
    }

    /** What is kept since the start of a task is lost with it: pieces of a checkpoint are not looked at. */
    private static Mechanisms forgetting(String consumer) {
        return new Mechanisms() {
            private final Map<Map<String, byte[]>, Map<String, byte[]>> sinceStart = new java.util.IdentityHashMap<>();

            @Override
            Map<String, byte[]> consumerPieces(String name, Map<String, byte[]> pieces) {
                return name.equals(consumer) ? sinceStart.computeIfAbsent(pieces, none -> new HashMap<>()) : pieces;
            }
        };
    }

    private static Map<String, byte[]> without(String prefix, Map<String, byte[]> pieces) {
        Map<String, byte[]> left = new HashMap<>(pieces);
        left.keySet().removeIf(name -> name.startsWith(prefix));
        return left;
    }

    private static void assertFound(Mechanisms broken, Invariant... by) {
        Set<Invariant> found = LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> Simulation.of(seed, COMMANDS, broken))
                .flatMap(life -> life.violations().stream())
                .map(Violation::invariant)
                .collect(Collectors.toSet());
        assertThat(found).containsAnyOf(by);
    }
}
