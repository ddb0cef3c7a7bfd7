package io.stockmate.connectors.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.DeadLetterReason;
import io.stockmate.core.message.FieldRefused;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.Refused;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Commands to and from the JSON records of the stream {@code commands}. Has no state.
 *
 * <p>Of a record's faults the first in this order decides: more than {@link #LENGTH_MAX} bytes (OVERSIZE); a
 * partition key of another shard (WRONG_SHARD); not one JSON
 * object in UTF-8 (MALFORMED); no readable symbol (SCHEMA); a partition key other than the symbol
 * (WRONG_PARTITION_KEY); no type (SCHEMA) or an unknown one (UNKNOWN_TYPE); no readable account or id (SCHEMA). From
 * there on the command is understood, and the market answers whatever else is wrong with it.
 */
public final class CommandCodec implements Serializable {
    private static final long serialVersionUID = 1;

    /** Bytes of a record. */
    public static final int LENGTH_MAX = 65_536;

    private final boolean accepted;

    /** For commands as producers send them. */
    public CommandCodec() {
        this(false);
    }

    private CommandCodec(boolean accepted) {
        this.accepted = accepted;
    }

    /** For commands that a market has accepted, perhaps before U+0000 was refused. */
    static CommandCodec ofAccepted() {
        return new CommandCodec(true);
    }

    /** Decodes any record; never throws. */
    public Decoded decode(ArrivedRecord record) {
        int length = record.data().length;
        if (length > LENGTH_MAX) {
            return Letters.dead(record, DeadLetterReason.OVERSIZE, length + " bytes are more than " + LENGTH_MAX);
        }
        if (record.wrongShard()) {
            return Letters.dead(
                    record,
                    DeadLetterReason.WRONG_SHARD,
                    "the partition key " + record.partitionKey() + " does not belong to "
                            + record.cause().shardId());
        }
        JsonObject object;
        try {
            object = JsonObject.parse(record.data());
        } catch (JsonProcessingException malformed) {
            return Letters.dead(record, DeadLetterReason.MALFORMED, explanation(malformed));
        } catch (IOException malformed) {
            return Letters.dead(record, DeadLetterReason.MALFORMED, String.valueOf(malformed.getMessage()));
        }
        try {
            return decode(record, object);
        } catch (FieldRefused unaddressed) {
            return Letters.dead(record, DeadLetterReason.SCHEMA, String.valueOf(unaddressed.getMessage()));
        }
    }

    /** The command as a record's bytes. A refused command has no such form. */
    public byte[] encode(Command command) {
        if (command.body() instanceof Refused refused) {
            throw new IllegalArgumentException("a refused " + refused.refType().wireName() + " (" + refused.id()
                    + ") cannot be written: its fields are not known; send the original record");
        }
        return JsonText.of(command).getBytes(StandardCharsets.UTF_8);
    }

    private Decoded decode(ArrivedRecord record, JsonObject object) {
        JsonSource source = accepted ? JsonSource.ofAcceptedCommand(object) : JsonSource.ofCommand(object);
        String symbol = source.symbol("symbol");
        if (!symbol.equals(record.partitionKey())) {
            return Letters.dead(
                    record,
                    DeadLetterReason.WRONG_PARTITION_KEY,
                    "the partition key " + record.partitionKey() + " is not the symbol " + symbol);
        }
        String name = source.text("type");
        CommandType type = CommandType.ofWireName(name);
        if (type == null) {
            return Letters.dead(record, DeadLetterReason.UNKNOWN_TYPE, name + " is no command");
        }
        return new Decoded.Understood(command(type, symbol, object, source));
    }

    private static Command command(CommandType type, String symbol, JsonObject object, JsonSource source) {
        String account = source.account("account");
        long transactTime = Absent.NUMBER;
        String unreadable = null;
        try {
            transactTime = source.optionalTime("transactTime");
        } catch (FieldRefused refusal) {
            unreadable = refusal.field();
        }
        CommandBody body = null;
        try {
            body = type.read(source);
        } catch (FieldRefused refusal) {
            if (refusal.field().equals(type.idField())) {
                throw refusal;
            }
            unreadable = unreadable == null ? refusal.field() : unreadable;
        }
        if (body == null || unreadable != null) {
            body = refused(type, String.valueOf(unreadable), object);
        }
        return new Command(symbol, account, transactTime, body);
    }

    private static Refused refused(CommandType type, String field, JsonObject object) {
        return new Refused(type, id(type, object), field, KnownFields.contentHash(type, object));
    }

    /** The id, known to be readable: a body's id is read before its other fields. */
    private static @Nullable String id(CommandType type, JsonObject object) {
        String field = type.idField();
        JsonValue value = field == null ? null : object.value(field);
        return value == null ? null : value.text();
    }

    private static String explanation(JsonProcessingException malformed) {
        String place = malformed.getLocation() == null
                ? ""
                : " at character " + malformed.getLocation().getCharOffset();
        return malformed.getOriginalMessage() + place;
    }
}
