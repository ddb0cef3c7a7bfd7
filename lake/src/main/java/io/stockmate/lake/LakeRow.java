package io.stockmate.lake;

import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertAdvice;
import io.stockmate.core.message.DeadLetter;
import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.DemandForecast;
import io.stockmate.core.message.Described;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.FieldSink;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.message.LogEntry;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.message.Transfer;
import io.stockmate.core.message.UsageRecord;

/** A row of the lake: what it says, the table it belongs to and the time that decides its day. */
public sealed interface LakeRow extends Described {
    LakeTable table();

    /** Epoch milliseconds UTC; {@code dt} is the day this falls on. */
    long ts();

    /** Writes the row's values in the order of {@link LakeTable#columns}. */
    @Override
    void write(FieldSink sink);

    /** An event, without its cause: it joins the log by symbol and commandSeq. */
    record OfEvent(Event event) implements LakeRow {
        @Override
        public LakeTable table() {
            return LakeTable.of(event.body().type());
        }

        @Override
        public long ts() {
            return event.header().ts();
        }

        @Override
        public void write(FieldSink sink) {
            event.header().write(sink);
            sink.hash(LakeTable.CHAIN, event.chain());
            event.body().write(sink);
        }
    }

    /**
     * A record of the log.
     *
     * @param ts the book time of the record, or its arrival outside a chain
     */
    record OfCommand(LogEntry entry, long ts) implements LakeRow {
        @Override
        public LakeTable table() {
            return LakeTable.COMMAND;
        }

        @Override
        public void write(FieldSink sink) {
            entry.write(sink);
        }
    }

    /** A record that could not be answered; its day is that of its arrival. */
    record OfDeadLetter(DeadLetter letter) implements LakeRow {
        @Override
        public LakeTable table() {
            return LakeTable.DEAD_LETTER;
        }

        @Override
        public long ts() {
            return letter.cause().arrivedAt();
        }

        @Override
        public void write(FieldSink sink) {
            letter.write(sink);
        }
    }

    /** An alert, raised or cleared. */
    record OfAlert(Alert alert) implements LakeRow {
        @Override
        public LakeTable table() {
            return LakeTable.ALERT;
        }

        @Override
        public long ts() {
            return alert.ts();
        }

        @Override
        public void write(FieldSink sink) {
            alert.write(sink);
        }
    }

    /** What an advisor answered to an alert. */
    record OfAdvice(AlertAdvice advice) implements LakeRow {
        @Override
        public LakeTable table() {
            return LakeTable.ALERT_ADVICE;
        }

        @Override
        public long ts() {
            return advice.ts();
        }

        @Override
        public void write(FieldSink sink) {
            advice.write(sink);
        }
    }

    /** What is expected of a day. */
    record OfForecast(DemandForecast forecast) implements LakeRow {
        @Override
        public LakeTable table() {
            return LakeTable.FORECAST;
        }

        @Override
        public long ts() {
            return forecast.ts();
        }

        @Override
        public void write(FieldSink sink) {
            forecast.write(sink);
        }
    }

    /** What a day came to. */
    record OfDemand(DemandDay day) implements LakeRow {
        @Override
        public LakeTable table() {
            return LakeTable.DEMAND;
        }

        @Override
        public long ts() {
            return day.ts();
        }

        @Override
        public void write(FieldSink sink) {
            day.write(sink);
        }
    }

    /** How a model did on a day. */
    record OfScore(ForecastScore score) implements LakeRow {
        @Override
        public LakeTable table() {
            return LakeTable.FORECAST_SCORE;
        }

        @Override
        public long ts() {
            return score.ts();
        }

        @Override
        public void write(FieldSink sink) {
            score.write(sink);
        }
    }

    /** What should be done about purchases. */
    record OfSuggestion(ReplenishmentSuggestion suggestion) implements LakeRow {
        @Override
        public LakeTable table() {
            return LakeTable.SUGGESTION;
        }

        @Override
        public long ts() {
            return suggestion.ts();
        }

        @Override
        public void write(FieldSink sink) {
            suggestion.write(sink);
        }
    }

    /** What went from one account to another. */
    record OfTransfer(Transfer transfer) implements LakeRow {
        @Override
        public LakeTable table() {
            return LakeTable.TRANSFER;
        }

        @Override
        public long ts() {
            return transfer.ts();
        }

        @Override
        public void write(FieldSink sink) {
            transfer.write(sink);
        }
    }

    /** What an account did in an hour. */
    record OfUsage(UsageRecord usage) implements LakeRow {
        @Override
        public LakeTable table() {
            return LakeTable.USAGE;
        }

        @Override
        public long ts() {
            return usage.ts();
        }

        @Override
        public void write(FieldSink sink) {
            usage.write(sink);
        }
    }
}
