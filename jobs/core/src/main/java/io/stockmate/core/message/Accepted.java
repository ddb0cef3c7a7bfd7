package io.stockmate.core.message;

/**
 * A command that changes no order was taken: configuration, payments, mass cancel, ticks.
 *
 * @param kind the command's type
 * @param body the command as JSON; that of a mass cancel has {@code count}, how many cancels follow
 */
public record Accepted(String kind, String body) implements EventBody {
    @Override
    public void write(FieldSink sink) {
        sink.text("kind", kind);
        sink.text("body", body);
    }

    public static Accepted read(FieldSource source) {
        return new Accepted(source.text("kind"), source.document("body"));
    }

    @Override
    public EventType type() {
        return EventType.ACCEPTED;
    }
}
