package io.stockmate.core.message;

/**
 * How much of the symbol an account wants to hold. Given values override computed ones.
 */
public record SetStockPolicy(
        long leadTimeDays,
        long leadTimeSdDays,
        long serviceLevel,
        ServiceMeasure serviceMeasure,
        long reviewDays,
        long minOrderQty,
        long packQty,
        long safetyStock,
        long maxStock)
        implements CommandBody {
    @Override
    public void write(FieldSink sink) {
        sink.integer("leadTimeDays", leadTimeDays);
        sink.decimal("leadTimeSdDays", leadTimeSdDays);
        sink.decimal("serviceLevel", serviceLevel);
        sink.code("serviceMeasure", serviceMeasure);
        sink.integer("reviewDays", reviewDays);
        sink.integer("minOrderQty", minOrderQty);
        sink.integer("packQty", packQty);
        sink.integer("safetyStock", safetyStock);
        sink.integer("maxStock", maxStock);
    }

    public static SetStockPolicy read(FieldSource source) {
        return new SetStockPolicy(
                source.integer("leadTimeDays"),
                source.decimal("leadTimeSdDays"),
                source.decimal("serviceLevel"),
                source.code("serviceMeasure", ServiceMeasure.class),
                source.integer("reviewDays"),
                source.optionalInteger("minOrderQty"),
                source.optionalInteger("packQty"),
                source.optionalInteger("safetyStock"),
                source.optionalInteger("maxStock"));
    }

    @Override
    public CommandType type() {
        return CommandType.SET_STOCK_POLICY;
    }
}
