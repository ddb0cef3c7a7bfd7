package io.stockmate.connectors.wire;

import io.stockmate.core.message.AccountingRecord;
import io.stockmate.core.message.FieldRefused;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.Transfer;
import io.stockmate.core.message.UsageRecord;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;

/** Transfers and usage to and from the JSON records of the delivery stream {@code accounting}. Has no state. */
public final class AccountingCodec implements Serializable {
    private static final long serialVersionUID = 1;

    /** As a record's bytes, without a newline. */
    public byte[] encode(AccountingRecord accounting) {
        return JsonText.of(accounting).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What {@link #encode} wrote. Unknown fields are ignored.
     *
     * @throws IllegalArgumentException where the bytes are neither
     */
    public AccountingRecord decode(byte[] data) {
        try {
            JsonSource source = JsonSource.ofLog(JsonObject.parse(data));
            String name = source.text("type");
            return switch (name) {
                case Transfer.WIRE_NAME -> Transfer.read(source);
                case UsageRecord.WIRE_NAME -> UsageRecord.read(source);
                default -> throw new FieldRefused("type", name + " is neither a transfer nor usage");
            };
        } catch (IOException | FieldRefused problem) {
            throw new IllegalArgumentException(
                    "no accounting record: " + problem.getMessage() + " in " + data.length + " bytes", problem);
        }
    }
}
