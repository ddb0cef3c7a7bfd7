package io.stockmate.lake;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertAdvice;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.AlertState;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.DeadLetter;
import io.stockmate.core.message.DeadLetterReason;
import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.DemandForecast;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventType;
import io.stockmate.core.message.ForecastModel;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.message.LogEntry;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.message.Severity;
import io.stockmate.core.message.Specimens;
import io.stockmate.core.message.SuggestedAction;
import io.stockmate.core.message.Transfer;
import io.stockmate.core.message.TransferReason;
import io.stockmate.core.message.UsageMeter;
import io.stockmate.core.message.UsageRecord;
import java.nio.charset.StandardCharsets;

/** Rows of all tables as a function of a number: every table, every specimen of its event, three days. */
final class NumberedRows {
    private static final int DAY_MILLIS = 86_400_000;
    private static final int TABLES = LakeTable.values().length;

    private NumberedRows() {}

    static LakeRow row(long number) {
        LakeTable table = LakeTable.values()[(int) (number % TABLES)];
        long ts = Specimens.TIME + number % 3 * DAY_MILLIS + number;
        String symbol = "SKU-" + number % 7;
        return switch (table) {
            case COMMAND ->
                new LakeRow.OfCommand(new LogEntry(number, cause(number, ts), symbol, symbol, bytes(number)), ts);
            case DEAD_LETTER ->
                new LakeRow.OfDeadLetter(new DeadLetter(
                        cause(number, ts), symbol, DeadLetterReason.MALFORMED, "ö", number, "00", bytes(number)));
            case ALERT -> new LakeRow.OfAlert(alert(symbol, number, ts));
            case DEMAND -> new LakeRow.OfDemand(DemandDay.ofSymbol(symbol, ts, number, ts - 1, number, -number));
            case FORECAST -> new LakeRow.OfForecast(forecast(symbol, number, ts));
            case FORECAST_SCORE -> new LakeRow.OfScore(score(symbol, number, ts));
            case SUGGESTION -> new LakeRow.OfSuggestion(suggestion(symbol, number, ts));
            case ALERT_ADVICE ->
                new LakeRow.OfAdvice(AlertAdvice.to(alert(symbol, number, ts), "someone", "count it " + number));
            case TRANSFER -> new LakeRow.OfTransfer(transfer(symbol, number, ts));
            case USAGE ->
                new LakeRow.OfUsage(
                        new UsageRecord(symbol, number, ts, "T/a", "a", UsageMeter.TRADES, ts - 1, 1 + number));
            default -> TestLake.row(body(EventType.valueOf(table.name()), number), symbol, number, ts);
        };
    }

    private static EventBody body(EventType type, long number) {
        return number / TABLES % 2 == 0 ? Specimens.full(type) : Specimens.bare(type);
    }

    private static DemandForecast forecast(String symbol, long number, long ts) {
        long absent = Absent.NUMBER;
        return new DemandForecast(
                symbol, ts, number, "a", ts, ForecastModel.ADAPTIVE, number, 0, 1, 2, absent, absent, absent, ts - 1);
    }

    private static ForecastScore score(String symbol, long number, long ts) {
        long absent = Absent.NUMBER;
        ForecastModel model = ForecastModel.SEASONAL_NAIVE;
        return new ForecastScore(
                symbol, ts, number, "a", ts, model, number, 0, 0, 0, absent, absent, absent, absent, absent, absent,
                absent, absent);
    }

    private static ReplenishmentSuggestion suggestion(String symbol, long number, long ts) {
        String id = symbol + "-S-" + number;
        SuggestedAction action = SuggestedAction.CANCEL;
        return new ReplenishmentSuggestion(symbol, ts, number, id, "a", action, null, number, number, ts, "ä");
    }

    private static Transfer transfer(String symbol, long number, long ts) {
        String id = symbol + "-" + number;
        TransferReason reason = TransferReason.TRADE;
        String to = "b/cash";
        return new Transfer(symbol, number, ts, id, id + "-1", "EUR", "a/cash", to, 1, reason, null, null, ts - 1);
    }

    private static Alert alert(String symbol, long number, long ts) {
        return new Alert(
                symbol,
                ts,
                symbol + "-PRICE_CHANGE-" + number,
                AlertKind.PRICE_CHANGE,
                Severity.LOW,
                AlertState.RAISED,
                "operator",
                null,
                number,
                0,
                0,
                "{}",
                "",
                "",
                null,
                number,
                number);
    }

    private static Cause cause(long number, long ts) {
        return new Cause("shardId-000000000000", Long.toString(number), 0, ts);
    }

    private static byte[] bytes(long number) {
        return ("{\"n\":" + number + "}").getBytes(StandardCharsets.UTF_8);
    }
}
