package io.stockmate.local.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.local.status.Finding.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of a job that is not well. */
class JobHealthTest {
    private RecordedFlink flink;

    @BeforeEach
    void start() throws IOException {
        flink = RecordedFlink.start();
    }

    @AfterEach
    void close() {
        flink.close();
    }

    @Test
    void jobThatRunsCheckpointsAndKeepsUpIsWell() {
        assertThat(look("matching")).allMatch(finding -> finding.verdict() == Verdict.WELL);
        assertThat(look("matching"))
                .extracting(Finding::text)
                .containsExactly("runs, 6 tasks", "its last checkpoint is 12 s old");
    }

    @Test
    void jobThatIsNotThereIsNamed() {
        assertThat(broken("matching", "demand"))
                .singleElement()
                .isEqualTo("demand is not on the cluster at " + flink.uri() + ": end it and start it again");
    }

    @Test
    void jobThatRestartsTellsItsLastCause() {
        flink.state("RESTARTING", 0);
        flink.failed("java.lang.Exception: failed\n\tat here\nCaused by: java.io.IOException: no disk\n\tat there");
        assertThat(broken("matching")).containsExactly("matching is RESTARTING: java.io.IOException: no disk");
    }

    @Test
    void restartsOfAJobThatRunsAgainAreToWatch() {
        flink.failed("java.lang.IllegalStateException: once\n\tat here");
        assertThat(watched("matching"))
                .containsExactly(
                        "matching runs, 6 tasks, after restarts (the last one for java.lang.IllegalStateException:"
                                + " once)");
    }

    @Test
    void tasksThatAreStillToStartAreToWatch() {
        flink.state("RUNNING", 4);
        assertThat(watched("matching")).containsExactly("matching 4 of 6 tasks run, the others are on their way");
    }

    @Test
    void checkpointThatFailedIsNamedUntilOneCompletes() {
        flink.checkpointFailed("could not materialize");
        assertThat(broken("matching"))
                .containsExactly("matching its last checkpoint failed: could not materialize; see whether its storage"
                        + " has room and can be written");
        flink.checkpointed(RecordedFlink.NOW);
        assertThat(broken("matching")).isEmpty();
    }

    @Test
    void checkpointsMayBeThreeIntervalsOldAndAMinute() {
        flink.checkpointed(RecordedFlink.NOW - 60_000);
        assertThat(broken("matching")).isEmpty();
        flink.checkpointed(RecordedFlink.NOW - 61_000);
        assertThat(broken("matching"))
                .containsExactly("matching its last checkpoint is 61 s old, more than 60 s: look at Checkpoints in the"
                        + " web UI");
    }

    @Test
    void jobWithoutAnyCheckpointIsBrokenOnceItIsOldEnough() {
        flink.neverCheckpointed();
        assertThat(broken("matching"))
                .containsExactly("matching no checkpoint has completed yet, more than 60 s: look at Checkpoints in the"
                        + " web UI");
    }

    @Test
    void lagNamesTheShard() {
        flink.lag(60_000);
        assertThat(broken("matching")).isEmpty();
        flink.lag(75_000);
        assertThat(broken("matching"))
                .containsExactly("matching is 75 s behind in shardId-000000000001, more than 60 s: look for the busiest"
                        + " task in the web UI");
    }

    @Test
    void eventsThatWaitForAnEarlierOneAreToWatch() {
        flink.heldBack(3);
        assertThat(watched("matching"))
                .containsExactly("matching 3 events wait for an earlier one; the job stops if it does not come");
    }

    @Test
    void booksThatDoNotBalanceAreBroken() {
        flink.unbalanced(2);
        assertThat(broken("matching"))
                .containsExactly(
                        "matching the books do not balance in 2 units: see ledger.trial_balance, and RUNBOOK.md");
    }

    @Test
    void booksThatNobodyCouldAddUpForAnHourAreToWatch() {
        flink.unbalanced(-1);
        flink.age(Duration.ofHours(1));
        assertThat(watched("matching")).isEmpty();
        flink.age(Duration.ofMinutes(61));
        assertThat(watched("matching"))
                .containsExactly("matching nobody could add the books up: the job's log tells why");
    }

    @Test
    void clusterThatDoesNotAnswerIsBroken() {
        flink.close();
        assertThat(broken("matching"))
                .singleElement()
                .asString()
                .startsWith("Flink the web UI at " + flink.uri() + " does not answer (");
    }

    private List<String> broken(String... expected) {
        return texts(Verdict.BROKEN, expected);
    }

    private List<String> watched(String... expected) {
        assertThat(broken(expected)).isEmpty();
        return texts(Verdict.WATCH, expected);
    }

    private List<String> texts(Verdict verdict, String... expected) {
        return look(expected).stream()
                .filter(finding -> finding.verdict() == verdict)
                .map(finding -> finding.part() + " " + finding.text())
                .toList();
    }

    private List<Finding> look(String... expected) {
        HealthLimits limits = new HealthLimits(Duration.ofSeconds(60), null);
        return new JobHealth(flink.uri(), limits, RecordedFlink.NOW).look(Set.of(expected));
    }
}
