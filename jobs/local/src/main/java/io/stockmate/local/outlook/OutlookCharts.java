package io.stockmate.local.outlook;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.DemandForecast;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.message.SuggestedAction;
import io.stockmate.local.picture.Chart;
import io.stockmate.local.picture.Layer;
import io.stockmate.local.picture.Layer.Shape;
import io.stockmate.local.picture.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** The pictures of an outlook: demand with the fan of its forecast, and stock with what is suggested. */
final class OutlookCharts {
    private static final int DAYS_MAX = 84;

    private OutlookCharts() {}

    static Chart demand(Outlook outlook) {
        List<Point> lows = ahead(outlook, DemandForecast::p10);
        List<Point> highs = ahead(outlook, DemandForecast::p90);
        return new Chart(
                "pieces a day: asked for (*), expected (o), 10 to 90 % (:)",
                List.of(
                        new Layer(Shape.BAND, "forecast", ':', "10 to 90 %", lows, highs),
                        Layer.of(Shape.LINE, "forecast", 'o', "expected", ahead(outlook, DemandForecast::mean)),
                        Layer.of(Shape.STEPS, "series", '*', "asked for", past(outlook, ForecastScore::demand))),
                today(outlook),
                "forecast from");
    }

    /** Nothing to draw where the account's stock is not known. */
    static Chart stock(Outlook outlook) {
        return new Chart(
                "pieces: on hand (#), on hand and on order (+), reorder point (-), with what is suggested (^)",
                List.of(
                        Layer.of(
                                Shape.LINE,
                                "level",
                                '-',
                                "reorder point",
                                pieces(outlook, DemandForecast::reorderPoint)),
                        Layer.of(
                                Shape.LINE,
                                "forecast",
                                '+',
                                "on hand and on order",
                                past(outlook, OutlookCharts::position)),
                        Layer.of(Shape.STEPS, "stock", '#', "on hand", past(outlook, OutlookCharts::onHand)),
                        Layer.of(Shape.DOTS, "level", '^', "with what is suggested", suggested(outlook))),
                today(outlook),
                "forecast from");
    }

    private static long today(Outlook outlook) {
        return outlook.ahead().get(0).bucketStart();
    }

    private static List<Point> ahead(Outlook outlook, ToLongFunction<DemandForecast> value) {
        return outlook.ahead().stream()
                .map(day -> new Point(day.bucketStart(), value.applyAsLong(day)))
                .toList();
    }

    private static List<Point> pieces(Outlook outlook, ToLongFunction<DemandForecast> value) {
        return outlook.ahead().stream()
                .filter(day -> !Absent.is(value.applyAsLong(day)))
                .map(day -> new Point(day.bucketStart(), value.applyAsLong(day) * Decimal.ONE))
                .toList();
    }

    private static List<Point> past(Outlook outlook, ToLongFunction<ForecastScore> value) {
        List<ForecastScore> days = outlook.days();
        return days.subList(Math.max(0, days.size() - DAYS_MAX), days.size()).stream()
                .filter(day -> !Absent.is(value.applyAsLong(day)))
                .map(day -> new Point(day.bucketStart(), value.applyAsLong(day)))
                .toList();
    }

    private static long onHand(ForecastScore day) {
        return Absent.is(day.onHand()) ? Absent.NUMBER : day.onHand() * Decimal.ONE;
    }

    private static long position(ForecastScore day) {
        return Absent.is(day.onHand()) ? Absent.NUMBER : (day.onHand() + day.onOrder()) * Decimal.ONE;
    }

    /** What would be on hand and on order if what is suggested were bought. */
    private static List<Point> suggested(Outlook outlook) {
        List<Point> points = new ArrayList<>();
        List<Point> positions = past(outlook, OutlookCharts::position);
        long position =
                positions.isEmpty() ? 0 : positions.get(positions.size() - 1).value();
        for (ReplenishmentSuggestion suggestion : outlook.suggestions()) {
            if (suggestion.action() == SuggestedAction.RELEASE) {
                points.add(new Point(today(outlook), position + suggestion.qty() * Decimal.ONE));
            }
        }
        return points;
    }
}
