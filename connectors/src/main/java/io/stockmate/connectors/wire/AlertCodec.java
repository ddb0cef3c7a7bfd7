package io.stockmate.connectors.wire;

import io.stockmate.core.message.Alert;
import io.stockmate.core.message.DeadLetterReason;
import io.stockmate.core.message.FieldRefused;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.Notice;
import io.stockmate.core.message.ReplenishmentSuggestion;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;

/** Alerts and suggestions to and from the JSON records of the stream {@code alerts}. Has no state. */
public final class AlertCodec implements Serializable {
    private static final long serialVersionUID = 1;

    /** The notice as a record's bytes, without a newline. */
    public byte[] encode(Notice notice) {
        return JsonText.of(notice).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The notice that {@link #encode} wrote. Unknown fields are ignored.
     *
     * @throws UnreadableAlert where the record is none
     */
    public Notice decode(byte[] data) {
        try {
            JsonSource source = JsonSource.ofLog(JsonObject.parse(data));
            String name = source.text("type");
            return switch (name) {
                case Alert.WIRE_NAME -> Alert.read(source);
                case ReplenishmentSuggestion.WIRE_NAME -> ReplenishmentSuggestion.read(source);
                default ->
                    throw new UnreadableAlert(
                            DeadLetterReason.UNKNOWN_TYPE, "type: " + name + " is no alert", data, null);
            };
        } catch (IOException malformed) {
            throw unreadable(DeadLetterReason.MALFORMED, data, malformed);
        } catch (FieldRefused refused) {
            throw unreadable(DeadLetterReason.SCHEMA, data, refused);
        }
    }

    private static UnreadableAlert unreadable(DeadLetterReason reason, byte[] data, Exception problem) {
        return new UnreadableAlert(reason, String.valueOf(problem.getMessage()), data, problem);
    }
}
