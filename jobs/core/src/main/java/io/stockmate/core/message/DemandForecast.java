package io.stockmate.core.message;

/**
 * What an account is expected to sell and issue of a symbol on one day, as the days up to {@code trainedOn} tell.
 *
 * @param ts book time of the tick that closed the day {@code trainedOn}, epoch milliseconds UTC
 * @param seq of that tick's event
 * @param bucketStart the day that is forecast, its start in epoch milliseconds UTC
 * @param mean the expected quantity, as the quantiles in units of 10⁻⁴
 * @param safetyStock with the two that follow: absent where the account has no stock policy
 * @param reorderPoint order when what is on hand and on order lies below it
 * @param orderUpTo what is to be on hand and on order then
 * @param trainedOn the last day that the model has seen, its start in epoch milliseconds UTC
 */
public record DemandForecast(
        String symbol,
        long ts,
        long seq,
        String account,
        long bucketStart,
        ForecastModel model,
        long mean,
        long p10,
        long p50,
        long p90,
        long safetyStock,
        long reorderPoint,
        long orderUpTo,
        long trainedOn)
        implements Described {
    @Override
    public void write(FieldSink sink) {
        sink.text("symbol", symbol);
        sink.time("ts", ts);
        sink.integer("seq", seq);
        sink.text("account", account);
        sink.time("bucketStart", bucketStart);
        sink.code("model", model);
        sink.decimal("mean", mean);
        sink.decimal("p10", p10);
        sink.decimal("p50", p50);
        sink.decimal("p90", p90);
        sink.integer("safetyStock", safetyStock);
        sink.integer("reorderPoint", reorderPoint);
        sink.integer("orderUpTo", orderUpTo);
        sink.time("trainedOn", trainedOn);
    }

    public static DemandForecast read(FieldSource source) {
        return new DemandForecast(
                source.reference("symbol"),
                source.time("ts"),
                source.integer("seq"),
                source.text("account"),
                source.time("bucketStart"),
                source.code("model", ForecastModel.class),
                source.decimal("mean"),
                source.decimal("p10"),
                source.decimal("p50"),
                source.decimal("p90"),
                source.optionalInteger("safetyStock"),
                source.optionalInteger("reorderPoint"),
                source.optionalInteger("orderUpTo"),
                source.time("trainedOn"));
    }
}
