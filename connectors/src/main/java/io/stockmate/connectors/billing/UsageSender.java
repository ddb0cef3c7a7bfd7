package io.stockmate.connectors.billing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Empties the outbox into a meter that knows an identifier again for 24 h, so that every row is counted once, whenever
 * this ends and begins anew:
 *
 * <ul>
 *   <li>A row is SENT in the database before it is sent, and CONFIRMED after the answer.
 *   <li>Of a row that is SENT without an answer nobody knows whether it was counted. Within 23 h of the first attempt
 *       it is sent again under its identifier: if it was counted, the meter says so. Later it is left to a person: see
 *       {@link Backlog#unconfirmed}.
 *   <li>A row that the meter would refuse for its time is not sent: it waits until it is due, or is
 *       {@link Backlog#tooOld}. One whose account has no customer waits, too.
 *   <li>Nothing is sent of hours before the one in which the outbox's first sender started: where an outbox begins
 *       anew, the one before it may have had them billed. They are {@link Backlog#beforeStart}.
 * </ul>
 *
 * <p>Only one sender works at a time; a second one finds nothing to do.
 */
public final class UsageSender {
    /** Stripe takes as many in a second by default. */
    static final int BATCH_MAX = 1_000;

    /** A request that is under way when this ends has an hour to arrive. */
    static final Duration RESENT_FOR = Duration.ofHours(23);

    /** Leaves a row a day of attempts before the meter would find it too old. */
    static final Duration PAST_MAX = Duration.ofDays(34);

    static final Duration FUTURE_MAX = Duration.ofMinutes(4);

    private final MeterEvents meter;
    private final InstantSource clock;
    private final Instant startedAt;
    private final int batchMax;

    /** As one that starts now. */
    public UsageSender(MeterEvents meter, InstantSource clock) {
        this(meter, clock, clock.instant(), BATCH_MAX);
    }

    /**
     * @param clock the meter's: by it it finds a time too old or too far ahead
     * @param startedAt by that clock; where no sender has been before, nothing of earlier hours is sent
     */
    public UsageSender(MeterEvents meter, InstantSource clock, Instant startedAt) {
        this(meter, clock, startedAt, BATCH_MAX);
    }

    UsageSender(MeterEvents meter, InstantSource clock, int batchMax) {
        this(meter, clock, clock.instant(), batchMax);
    }

    private UsageSender(MeterEvents meter, InstantSource clock, Instant startedAt, int batchMax) {
        this.meter = meter;
        this.clock = clock;
        this.startedAt = startedAt;
        this.batchMax = batchMax;
    }

    /**
     * Sends what is due until nothing is left or the meter asks for a pause. While it takes nothing, no further rows
     * become SENT, as their 23 h would pass in vain.
     *
     * @param connection of a user with the role {@code stockmate_biller}, used by nobody else until this returns
     * @throws IOException if the meter could not be reached
     */
    public SendingReport send(Connection connection) throws SQLException, IOException {
        connection.setAutoCommit(false);
        OutboxRows rows = new OutboxRows(connection);
        SendingReport report = SendingReport.NOTHING;
        if (!rows.lock()) {
            connection.rollback();
            return report;
        }
        try {
            rows.begin(startedAt.truncatedTo(ChronoUnit.HOURS));
            List<MeterEvent> unanswered = rows.unanswered(clock.instant().minus(RESENT_FOR));
            connection.commit();
            for (int from = 0; from < unanswered.size() && report.later() == 0; from += batchMax) {
                List<MeterEvent> again = unanswered.subList(from, Math.min(from + batchMax, unanswered.size()));
                report = report.and(deliver(connection, rows, again));
            }
            while (report.later() == 0) {
                List<MeterEvent> due = claim(connection, rows);
                if (due.isEmpty()) {
                    break;
                }
                report = report.and(deliver(connection, rows, due));
            }
            return report;
        } finally {
            rows.unlock();
        }
    }

    /** From here on nobody can tell any more that these were not sent. */
    private List<MeterEvent> claim(Connection connection, OutboxRows rows) throws SQLException {
        Instant now = clock.instant();
        List<MeterEvent> due = rows.claim(now.minus(PAST_MAX), now.plus(FUTURE_MAX), now, batchMax);
        connection.commit();
        return due;
    }

    private SendingReport deliver(Connection connection, OutboxRows rows, List<MeterEvent> events)
            throws SQLException, IOException {
        List<MeterAnswer> answers = meter.send(List.copyOf(events));
        if (answers.size() != events.size()) {
            throw new IOException("the meter gave " + answers.size() + " answers to " + events.size() + " events");
        }
        List<String> counted = new ArrayList<>();
        SendingReport report = SendingReport.NOTHING;
        for (int i = 0; i < events.size(); i++) {
            MeterAnswer answer = answers.get(i);
            String identifier = events.get(i).identifier();
            report = report.and(SendingReport.of(answer));
            if (answer.isCounted()) {
                counted.add(identifier);
            } else if (answer.kind() == MeterAnswer.Kind.REFUSED) {
                rows.refuse(identifier, answer.text());
            }
        }
        rows.confirm(counted, clock.instant());
        connection.commit();
        return report;
    }

    /** How the outbox stands. */
    public Backlog backlog(Connection connection) throws SQLException {
        Instant now = clock.instant();
        return new OutboxRows(connection).backlog(now.minus(PAST_MAX), now.minus(RESENT_FOR));
    }
}
