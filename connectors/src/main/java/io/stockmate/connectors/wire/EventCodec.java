package io.stockmate.connectors.wire;

import io.stockmate.core.message.Cause;
import io.stockmate.core.message.DeadLetter;
import io.stockmate.core.message.DeadLetterReason;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.EventType;
import io.stockmate.core.message.FieldRefused;
import io.stockmate.core.message.JsonText;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;

/** Events to and from the JSON records of the stream {@code events}. Has no state. */
public final class EventCodec implements Serializable {
    private static final long serialVersionUID = 1;

    /** The event as a record's bytes, without a newline. */
    public byte[] encode(Event event) {
        return JsonText.of(event).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The event that {@link #encode} wrote. Unknown fields are ignored.
     *
     * @throws UnreadableEvent where the record is none, or of a type that this version does not know
     */
    public Event decode(byte[] data) {
        try {
            JsonSource source = JsonSource.ofLog(JsonObject.parse(data));
            String name = source.text("type");
            EventType type = EventType.ofWireName(name);
            if (type == null) {
                throw new UnreadableEvent(DeadLetterReason.UNKNOWN_TYPE, "type: " + name + " is no event", data, null);
            }
            return new Event(
                    EventHeader.read(source),
                    source.hash("chain"),
                    Cause.read(source.object("cause")),
                    type.read(source));
        } catch (IOException malformed) {
            throw unreadable(DeadLetterReason.MALFORMED, data, malformed);
        } catch (FieldRefused refused) {
            throw unreadable(DeadLetterReason.SCHEMA, data, refused);
        }
    }

    private static UnreadableEvent unreadable(DeadLetterReason reason, byte[] data, Exception problem) {
        return new UnreadableEvent(reason, String.valueOf(problem.getMessage()), data, problem);
    }

    /** What is kept of a record that {@link #decode} could not read. */
    public DeadLetter deadLetter(ArrivedRecord record, UnreadableEvent unreadable) {
        return Letters.dead(record, unreadable.reason(), String.valueOf(unreadable.getMessage()))
                .letter();
    }
}
