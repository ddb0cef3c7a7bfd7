package io.stockmate.core.message;

import org.jspecify.annotations.Nullable;

/**
 * FIX BusinessMessageReject (j).
 */
public record BusinessReject(
        String account, String refType, @Nullable String refId, BusinessRejectReason reason, String text)
        implements EventBody {
    @Override
    public void write(FieldSink sink) {
        sink.text("account", account);
        sink.text("refType", refType);
        sink.text("refId", refId);
        sink.code("reason", reason);
        sink.text("text", text);
    }

    public static BusinessReject read(FieldSource source) {
        return new BusinessReject(
                source.text("account"),
                source.text("refType"),
                source.optionalText("refId"),
                source.code("reason", BusinessRejectReason.class),
                source.text("text"));
    }

    @Override
    public EventType type() {
        return EventType.BUSINESS_REJECT;
    }
}
