package io.stockmate.connectors.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.UsageRecord;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that sends may end at any of its steps, before or after it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UsageSenderCrashTest {
    private static final int ROWS = 3;
    private static final int BATCH = 2;
    private static final int STEPS_AT_LEAST = 12;

    private Outbox outbox;

    @BeforeAll
    void open() throws SQLException {
        outbox = new Outbox();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSenderThatBeginsAnewSoonCountsEveryRowOnce(boolean after) throws Exception {
        List<Integer> sentAgain = new ArrayList<>();
        int step = 1;
        while (crashesAt(step, after, Duration.ofMinutes(5), sentAgain)) {
            step++;
        }
        assertThat(step).isGreaterThan(STEPS_AT_LEAST);
        assertThat(sentAgain).as("duplicates that the meter knew").anyMatch(count -> count > 0);
    }

    private boolean crashesAt(int step, boolean after, Duration pause, List<Integer> sentAgain) throws Exception {
        TestClock clock = new TestClock();
        RecordingMeter meter = new RecordingMeter(clock);
        List<UsageRecord> usage = fill();
        boolean crashed = crash(step, after, clock, meter);
        clock.pass(pause);
        outbox.put(usage);
        try (Connection biller = outbox.biller()) {
            UsageSender anew = new UsageSender(meter, clock, BATCH);
            sentAgain.add((int) anew.send(biller).duplicate());
            assertThat(anew.send(biller)).isEqualTo(SendingReport.NOTHING);
            assertThat(anew.backlog(biller)).isEqualTo(new Backlog(ROWS, 0, 0, 0, 0, 0, 0));
        }
        assertCounted(meter, usage);
        return crashed;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSenderThatBeginsAnewTheDayAfterCountsNoneTwiceAndTellsWhichItDoesNotKnow(boolean after) throws Exception {
        long unknown = 0;
        for (int step = 1; ; step++) {
            TestClock clock = new TestClock();
            RecordingMeter meter = new RecordingMeter(clock);
            List<UsageRecord> usage = fill();
            boolean crashed = crash(step, after, clock, meter);
            clock.pass(Duration.ofHours(25));
            outbox.put(usage);
            try (Connection biller = outbox.biller()) {
                UsageSender anew = new UsageSender(meter, clock, BATCH);
                anew.send(biller);
                Backlog backlog = anew.backlog(biller);
                assertThat(backlog.confirmed() + backlog.unconfirmed()).isEqualTo(ROWS);
                assertThat(backlog.unconfirmed()).isLessThanOrEqualTo(BATCH);
                unknown += backlog.unconfirmed();
            }
            assertThat(meter.counted().stream().map(MeterEvent::identifier)).doesNotHaveDuplicates();
            if (!crashed) {
                break;
            }
        }
        assertThat(unknown).isPositive();
    }

    @Test
    void twoSendersAtOnceShareNothing() throws Exception {
        TestClock clock = new TestClock();
        RecordingMeter meter = new RecordingMeter(clock);
        List<UsageRecord> usage = fill();
        try (Connection one = outbox.biller();
                Connection other = outbox.biller()) {
            MeterEvents whileItSends = events -> {
                try {
                    assertThat(new UsageSender(meter, clock).send(other)).isEqualTo(SendingReport.NOTHING);
                } catch (SQLException refused) {
                    throw new IOException(refused);
                }
                return meter.send(events);
            };
            assertThat(new UsageSender(whileItSends, clock).send(one).accepted())
                    .isEqualTo(ROWS);
        }
        assertCounted(meter, usage);
    }

    private List<UsageRecord> fill() throws SQLException {
        outbox.clear();
        List<UsageRecord> usage = new ArrayList<>();
        for (int i = 1; i <= ROWS; i++) {
            usage.add(Outbox.usage("ANN", TestClock.NOON.minus(Duration.ofHours(i)), i));
        }
        outbox.put(usage);
        return usage;
    }

    /** Whether the sender came to that step. */
    private boolean crash(int step, boolean after, TestClock clock, RecordingMeter meter) throws Exception {
        try (Connection real = outbox.biller()) {
            CrashingConnection crashing = new CrashingConnection(real, step, after);
            new UsageSender(crashing.meter(meter), clock, BATCH).send(crashing.connection());
        } catch (CrashingConnection.Crash crash) {
            outbox.awaitNoSender();
            return true;
        }
        outbox.awaitNoSender();
        return false;
    }

    private static void assertCounted(RecordingMeter meter, List<UsageRecord> usage) {
        assertThat(meter.counted().stream().map(event -> event.identifier() + "=" + event.value()))
                .containsExactlyInAnyOrderElementsOf(usage.stream()
                        .map(record -> record.identifier() + "=" + record.value())
                        .toList());
    }
}
