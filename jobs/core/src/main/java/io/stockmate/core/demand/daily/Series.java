package io.stockmate.core.demand.daily;

import io.stockmate.core.demand.ColdStart;
import io.stockmate.core.demand.Forecast;
import io.stockmate.core.demand.Forecaster;
import io.stockmate.core.demand.StoredAs;
import io.stockmate.core.demand.inventory.UncertainDemand;
import io.stockmate.core.message.ForecastModel;
import java.util.Arrays;

/**
 * An account's demand, day after day, as the champion and the challengers have seen it. Touched when a day closes only.
 */
final class Series {
    static final String PREFIX = "series/";
    private static final int VERSION = 6;

    /** Of those that are still read. */
    private static final int FIRST_VERSION = 4;

    /** Version 4 wrote all numbers at full length. */
    static final int VERSION_OF_SHORT_NUMBERS = 5;

    /** Version 5 wrote fractions and the usual price at full length. */
    static final int VERSION_OF_SHORT_FRACTIONS = 6;

    private final Forecaster forecaster;
    private final RecentDays recent;
    private final PaidPrice price = new PaidPrice();
    private boolean isBlank;
    private long daysWithoutSale;

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

    /**
     * What {@code model} expects of the next day; not known where it has nothing to go by.
     *
     * @param regressors those of the calendar, here and below
     */
    Expectation next(ForecastModel model, double[] regressors) {
        return switch (model) {
            case ADAPTIVE ->
                isBlank
                        ? Expectation.UNKNOWN
                        : Expectation.of(
                                forecaster.forecast(1, ahead(regressors)).at(1));
            case SEASONAL_NAIVE -> recent.seasonalNaive();
            case MOVING_AVERAGE -> recent.movingAverage();
        };
    }

    /**
     * @param demand NaN where the day's demand is not known
     * @param own what was sold and issued, without a part of what was lost
     * @param paid the price that the day closed with; absent where there was none
     */
    void observe(double demand, long own, double[] regressors, long paid) {
        forecaster.observe(demand, with(price.regressor(paid), regressors));
        price.close(paid);
        recent.add(demand);
        daysWithoutSale = own == 0 ? daysWithoutSale + 1 : 0;
        isBlank = false;
    }

    /**
     * Whether nothing was sold or issued in four weeks; of one that has goods to sell every day of them must be known.
     * A part of what was lost does not count: who sells no more would be given it for ever.
     */
    boolean isIdle(boolean hasGoods) {
        return daysWithoutSale >= RecentDays.DAYS && (!hasGoods || recent.areKnown());
    }

    /** @param regressors those of each day of the horizon */
    Forecast forecast(double[][] regressors) {
        return forecaster.forecast(regressors.length, ahead(regressors));
    }

    /** Demand of the next days in total, as many as regressors are given for. */
    UncertainDemand total(double[][] regressors) {
        return UncertainDemand.of(forecaster.total(regressors.length, ahead(regressors)));
    }

    private double[][] ahead(double[]... regressors) {
        double[][] all = new double[regressors.length][];
        for (int i = 0; i < all.length; i++) {
            all[i] = with(price.regressor(), regressors[i]);
        }
        return all;
    }

    /** In the order of {@link DemandSettings#forecaster}. */
    private static double[] with(double price, double[] calendar) {
        double[] all = Arrays.copyOf(calendar, calendar.length + 1);
        all[calendar.length] = price;
        return all;
    }

    StoredAs storedAs() {
        return forecaster.storedAs();
    }

    byte[] toBytes() {
        PieceWriter out = new PieceWriter(VERSION).bytes(forecaster.write());
        recent.write(out);
        price.write(out);
        out.number(daysWithoutSale);
        return out.toBytes();
    }

    static Series read(DemandSettings settings, byte[] piece) {
        return PieceReader.read(piece, FIRST_VERSION, VERSION, in -> read(settings, in));
    }

    private static Series read(DemandSettings settings, PieceReader in) {
        Series series = new Series(Forecaster.read(settings.forecaster(), in.bytes()), RecentDays.read(in), false);
        series.price.read(in);
        series.daysWithoutSale = in.number();
        return series;
    }
}
