package io.stockmate.core.message;

/**
 * What a day's demand came to, and what a model had said of it the day before. One per closed day and model; none for
 * a day of which the demand is not known.
 *
 * @param ts book time of the tick that closed the day, epoch milliseconds UTC
 * @param seq of that tick's event
 * @param bucketStart the day, its start in epoch milliseconds UTC
 * @param sold what the account's trades came to
 * @param issued what left its stock otherwise
 * @param lost the account's part, in units of 10⁻⁴, of what buyers wanted while it had nothing on hand
 * @param demand sold + issued + lost, in units of 10⁻⁴
 * @param onHand what the account had when the day was closed; absent where its stock is not known
 * @param onOrder what it awaited then; absent as above
 * @param mean what the model had expected, as the quantiles in units of 10⁻⁴; absent where it had nothing to go by
 * @param error demand − mean, in units of 10⁻⁴; absent as above
 * @param pinball the mean of the pinball losses of the three quantiles, in units of 10⁻⁴; absent as above
 */
public record ForecastScore(
        String symbol,
        long ts,
        long seq,
        String account,
        long bucketStart,
        ForecastModel model,
        long sold,
        long issued,
        long lost,
        long demand,
        long onHand,
        long onOrder,
        long mean,
        long p10,
        long p50,
        long p90,
        long error,
        long pinball)
        implements Described {
    @Override
    public void write(FieldSink sink) {
        sink.text("symbol", symbol);
        sink.time("ts", ts);
        sink.integer("seq", seq);
        sink.text("account", account);
        sink.time("bucketStart", bucketStart);
        sink.code("model", model);
        sink.integer("sold", sold);
        sink.integer("issued", issued);
        sink.decimal("lost", lost);
        sink.decimal("demand", demand);
        sink.integer("onHand", onHand);
        sink.integer("onOrder", onOrder);
        sink.decimal("mean", mean);
        sink.decimal("p10", p10);
        sink.decimal("p50", p50);
        sink.decimal("p90", p90);
        sink.decimal("error", error);
        sink.decimal("pinball", pinball);
    }

    public static ForecastScore read(FieldSource source) {
        return new ForecastScore(
                source.reference("symbol"),
                source.time("ts"),
                source.integer("seq"),
                source.text("account"),
                source.time("bucketStart"),
                source.code("model", ForecastModel.class),
                source.integer("sold"),
                source.integer("issued"),
                source.decimal("lost"),
                source.decimal("demand"),
                source.optionalInteger("onHand"),
                source.optionalInteger("onOrder"),
                source.optionalDecimal("mean"),
                source.optionalDecimal("p10"),
                source.optionalDecimal("p50"),
                source.optionalDecimal("p90"),
                source.optionalDecimal("error"),
                source.optionalDecimal("pinball"));
    }
}
