package io.stockmate.core.demand.daily;

import io.stockmate.core.demand.ColdStart;
import io.stockmate.core.demand.Forecast;
import io.stockmate.core.demand.Forecaster;
import io.stockmate.core.demand.inventory.UncertainDemand;
import io.stockmate.core.message.ForecastModel;

/** An account's demand, day after day, as the champion and the challengers have seen it. Touched when a day closes only. */
final class Series {
    static final String PREFIX = "series/";
    private static final int VERSION = 2;

    private final Forecaster forecaster;
    private final RecentDays recent;
    private boolean isBlank;

    private Series(Forecaster forecaster, RecentDays recent, boolean isBlank) {
        this.forecaster = forecaster;
        this.recent = recent;
        this.isBlank = isBlank;
    }

    static Series start(DemandSettings settings, String category) {
        ColdStart prior = settings.coldStarts().get(category);
        return new Series(
                prior == null ? Forecaster.of(settings.forecaster()) : Forecaster.of(settings.forecaster(), prior),
                new RecentDays(),
                prior == null);
    }

    /** What {@code model} expects of the next day; not known where it has nothing to go by. */
    Expectation next(ForecastModel model, double[] regressors) {
        return switch (model) {
            case ADAPTIVE ->
                isBlank
                        ? Expectation.UNKNOWN
                        : Expectation.of(forecaster.forecast(1, regressors).at(1));
            case SEASONAL_NAIVE -> recent.seasonalNaive();
            case MOVING_AVERAGE -> recent.movingAverage();
        };
    }

    /** NaN where the day's demand is not known. */
    void observe(double demand, double[] regressors) {
        forecaster.observe(demand, regressors);
        recent.add(demand);
        isBlank = false;
    }

    /** Whether nothing was asked for in four weeks; of one that has goods to sell every day of them must be known. */
    boolean isIdle(boolean hasGoods) {
        return recent.areWithoutDemand() && (!hasGoods || recent.areKnown());
    }

    /** @param regressors those of each day of the horizon */
    Forecast forecast(double[][] regressors) {
        return forecaster.forecast(regressors.length, regressors);
    }

    /** Demand of the next days in total, as many as regressors are given for. */
    UncertainDemand total(double[][] regressors) {
        return UncertainDemand.of(forecaster.total(regressors.length, regressors));
    }

    byte[] toBytes() {
        PieceWriter out = new PieceWriter(VERSION).bytes(forecaster.write());
        recent.write(out);
        return out.toBytes();
    }

    static Series read(DemandSettings settings, byte[] piece) {
        PieceReader in = new PieceReader(piece, VERSION);
        return new Series(Forecaster.read(settings.forecaster(), in.bytes()), RecentDays.read(in), false);
    }
}
