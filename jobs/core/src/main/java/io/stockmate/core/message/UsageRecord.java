package io.stockmate.core.message;

/**
 * How much an account did in a symbol during an hour of book time: usage of several symbols adds up, as Stripe's meter
 * events do (<a href="https://docs.stripe.com/api/billing/meter-event">meter events</a>).
 *
 * @param seq of the event that showed the hour to be over
 * @param ts its book time, epoch milliseconds UTC
 * @param identifier {@code METER/ACCOUNT/SYMBOL/yyyymmddhh}, at most 100 characters: the same again is the same record
 * @param hour its start in epoch milliseconds UTC
 * @param value above 0; what the meter says
 */
public record UsageRecord(
        String symbol, long seq, long ts, String identifier, String account, UsageMeter meter, long hour, long value)
        implements AccountingRecord {
    /** The value of {@code type} in JSON. */
    public static final String WIRE_NAME = "UsageRecord";

    @Override
    public String wireName() {
        return WIRE_NAME;
    }

    @Override
    public void write(FieldSink sink) {
        sink.text("symbol", symbol);
        sink.integer("seq", seq);
        sink.time("ts", ts);
        sink.text("identifier", identifier);
        sink.text("account", account);
        sink.code("meter", meter);
        sink.time("hour", hour);
        sink.integer("value", value);
    }

    public static UsageRecord read(FieldSource source) {
        return new UsageRecord(
                source.reference("symbol"),
                source.integer("seq"),
                source.time("ts"),
                source.text("identifier"),
                source.text("account"),
                source.code("meter", UsageMeter.class),
                source.time("hour"),
                source.integer("value"));
    }
}
