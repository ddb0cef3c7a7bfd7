package io.stockmate.connectors.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.message.UsageRecord;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UsageSenderTest {
    private TestClock clock = new TestClock();
    private RecordingMeter meter = new RecordingMeter(clock);
    private final UsageRecord recent = Outbox.usage("ANN", TestClock.NOON.minus(Duration.ofHours(2)), 3);
    private Outbox outbox;

    @BeforeAll
    void open() throws SQLException {
        outbox = new Outbox();
    }

    @BeforeEach
    void clear() throws SQLException {
        outbox.clear();
        clock = new TestClock();
        meter = new RecordingMeter(clock);
    }

    @Test
    void usageIsSentInTheShapeOfAMeterEvent() throws Exception {
        outbox.put(List.of(recent));
        send(meter);
        assertThat(meter.counted().get(0).parameters())
                .hasToString("{event_name=orders, payload={" + payload()
                        + "}, identifier=ORDERS/ANN/AMZN/2026-03-04T10:00:00Z," + " timestamp=1772618400}");
    }

    private String payload() {
        String text = meter.counted().get(0).parameters().get("payload").toString();
        assertThat(text).contains("stripe_customer_id=cus_1").contains("value=3");
        return text.substring(1, text.length() - 1);
    }

    @Test
    void aReplayOfOldHoursSendsNothingAgain() throws Exception {
        outbox.put(List.of(recent));
        send(meter);
        clock.pass(Duration.ofDays(3));
        outbox.put(List.of(recent));
        assertThat(send(meter)).isEqualTo(SendingReport.NOTHING);
        assertThat(meter.counted()).hasSize(1);
        assertThat(outbox.rows()).containsExactly("ANN|3|CONFIRMED");
    }

    @Test
    void theSameIdentifierNeverSaysSomethingElse() throws SQLException {
        outbox.put(List.of(recent));
        assertThatThrownBy(() -> outbox.put(List.of(Outbox.usage("ANN", TestClock.NOON.minus(Duration.ofHours(2)), 4))))
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .isEqualTo("UB001"));
        assertThat(outbox.rows()).containsExactly("ANN|3|PENDING");
    }

    @Test
    void whatIsTooOldForTheMeterIsToldAndNotSent() throws Exception {
        outbox.put(List.of(Outbox.usage("ANN", TestClock.NOON.minus(Duration.ofDays(36)), 3)));
        assertThat(send(meter)).isEqualTo(SendingReport.NOTHING);
        assertThat(backlog()).isEqualTo(new Backlog(0, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void whatIsAheadOfTheClockWaitsForItsTime() throws Exception {
        outbox.put(List.of(Outbox.usage("ANN", TestClock.NOON.plus(Duration.ofHours(1)), 3)));
        assertThat(send(meter)).isEqualTo(SendingReport.NOTHING);
        assertThat(backlog()).isEqualTo(new Backlog(0, 1, 0, 0, 0, 0, 0));
        clock.pass(Duration.ofHours(1));
        assertThat(send(meter).accepted()).isEqualTo(1);
    }

    @Test
    void anAccountThatTheProviderDoesNotKnowWaits() throws Exception {
        outbox.put(List.of(Outbox.usage("EVE", TestClock.NOON, 3)));
        assertThat(send(meter)).isEqualTo(SendingReport.NOTHING);
        assertThat(backlog()).isEqualTo(new Backlog(0, 0, 0, 0, 1, 0, 0));
    }

    @Test
    void theFirstSendersFirstHourIsBilledHoweverLongItsDatabaseIsAway() throws Exception {
        outbox.beginAnew();
        UsageSender waiting = new UsageSender(meter, clock);
        clock.pass(Duration.ofHours(3));
        outbox.put(List.of(recent, Outbox.usage("BOB", TestClock.NOON, 4)));
        try (Connection biller = outbox.biller()) {
            assertThat(waiting.send(biller).accepted()).isEqualTo(1);
        }
        assertThat(meter.counted()).singleElement().satisfies(event -> assertThat(event.identifier())
                .startsWith("ORDERS/BOB/"));
    }

    @Test
    void anOutboxThatBeganAnewBillsNoHourBeforeItsFirstSenderStartedUntilAPersonSaysSo() throws Exception {
        outbox.beginAnew();
        UsageRecord now = Outbox.usage("BOB", TestClock.NOON, 4);
        UsageRecord old = Outbox.usage("ANN", TestClock.NOON.minus(Duration.ofDays(33)), 5);
        outbox.put(List.of(old, recent, now));
        clock.pass(Duration.ofMinutes(59));
        assertThat(send(meter).accepted()).isEqualTo(1);
        clock.pass(Duration.ofHours(5));
        assertThat(send(meter)).isEqualTo(SendingReport.NOTHING);
        assertThat(backlog()).isEqualTo(new Backlog(1, 0, 0, 0, 0, 0, 2));
        assertThat(backlog().needsAttention()).isTrue();

        outbox.execute(
                "billing", "update billing.start set hour = '" + TestClock.NOON.minus(Duration.ofHours(2)) + "'");
        assertThat(send(meter).accepted()).isEqualTo(1);
        assertThat(backlog()).isEqualTo(new Backlog(2, 0, 0, 0, 0, 0, 1));
        assertThat(meter.counted())
                .extracting(MeterEvent::identifier)
                .containsExactly(now.identifier(), recent.identifier());
    }

    @Test
    void whatTheMeterRefusesIsToldWithItsReasonAndNotSentAgain() throws Exception {
        outbox.put(List.of(recent));
        MeterEvents refusing = events -> List.of(MeterAnswer.refused("no such meter"));
        assertThat(send(refusing).refused()).isEqualTo(1);
        assertThat(send(meter)).isEqualTo(SendingReport.NOTHING);
        assertThat(backlog()).isEqualTo(new Backlog(0, 0, 0, 0, 0, 1, 0));
    }

    @Test
    void aMeterThatAsksForAPauseGetsTheSameAgainAndNoMore() throws Exception {
        List<UsageRecord> both = List.of(recent, Outbox.usage("BOB", TestClock.NOON, 4));
        outbox.put(both);
        MeterEvents busy = events -> List.of(MeterAnswer.LATER);
        try (Connection biller = outbox.biller()) {
            assertThat(new UsageSender(busy, clock, 1).send(biller).later()).isEqualTo(1);
        }
        assertThat(outbox.rows()).containsExactly("ANN|3|SENT", "BOB|4|PENDING");
        assertThat(send(meter).accepted()).isEqualTo(2);
    }

    @Test
    void aMeterThatCannotBeReachedLeavesTheRowsToBeSentAgain() throws Exception {
        outbox.put(List.of(recent));
        MeterEvents away = events -> {
            meter.send(events);
            throw new IOException("connection reset");
        };
        assertThatThrownBy(() -> send(away)).isInstanceOf(IOException.class);
        assertThat(backlog().waiting()).isEqualTo(1);
        assertThat(send(meter)).isEqualTo(new SendingReport(0, 1, 0, 0));
        assertThat(outbox.rows()).containsExactly("ANN|3|CONFIRMED");
    }

    @Test
    void noRowGoesBackNorChangesWhatItSays() throws Exception {
        outbox.put(List.of(recent));
        send(meter);
        for (String step : List.of(
                "update billing.usage set state = 'PENDING', sent_at = null, confirmed_at = null",
                "update billing.usage set sent_at = sent_at + interval '1 day'",
                "update billing.usage set value = 99",
                "delete from billing.usage",
                "insert into billing.usage (identifier, symbol, account, meter, hour, value)"
                        + " values ('x', 'AMZN', 'ANN', 'ORDERS', now(), 1)")) {
            assertThatThrownBy(() -> outbox.execute("billing", step))
                    .as(step)
                    .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                            .isIn("UB001", "UB002", "42501"));
        }
        assertThatThrownBy(() -> outbox.execute("postgres", "update billing.usage set value = 99"))
                .hasMessageContaining("the same identifier never changes");
        assertThatThrownBy(() ->
                        outbox.execute("postgres", "update billing.usage set state = 'SENT', confirmed_at = null"))
                .hasMessageContaining("it never goes back");
        assertThatThrownBy(() -> outbox.execute(
                        "billing", "update billing.usage set confirmed_at = confirmed_at + interval '1 day'"))
                .hasMessageContaining("it never goes back");
    }

    @Test
    void noRowIsConfirmedThatWasNotSent() throws SQLException {
        outbox.put(List.of(recent));
        assertThatThrownBy(() -> outbox.execute(
                        "billing",
                        "update billing.usage set state = 'CONFIRMED', sent_at = now(), confirmed_at = now()"))
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .isEqualTo("UB002"));
    }

    @Test
    void noRowIsRemovedWhoeverAsks() throws SQLException {
        outbox.put(List.of(recent));
        for (String removal : List.of("delete from billing.usage", "truncate billing.usage")) {
            assertThatThrownBy(() -> outbox.execute("postgres", removal))
                    .as(removal)
                    .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                            .isEqualTo("UB003"));
        }
        assertThat(outbox.rows()).containsExactly("ANN|3|PENDING");
    }

    private SendingReport send(MeterEvents to) throws SQLException, IOException {
        try (Connection biller = outbox.biller()) {
            return new UsageSender(to, clock).send(biller);
        }
    }

    private Backlog backlog() throws SQLException {
        try (Connection biller = outbox.biller()) {
            return new UsageSender(meter, clock).backlog(biller);
        }
    }
}
