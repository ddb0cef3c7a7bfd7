package io.stockmate.connectors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Command;
import io.stockmate.core.message.DeadLetter;
import io.stockmate.core.message.Refused;
import io.stockmate.core.message.Specimens;
import java.nio.charset.StandardCharsets;

/** Records for tests, and what became of them. */
final class Records {
    static final CommandCodec CODEC = new CommandCodec();

    private Records() {}

    static ArrivedRecord record(String json) {
        return record(json.getBytes(StandardCharsets.UTF_8));
    }

    static ArrivedRecord record(byte[] data) {
        return new ArrivedRecord(Specimens.cause(), "SKU-001", data);
    }

    /** A limit order; each change is {@code name=value in JSON}, and a value of nothing leaves the member out. */
    static String order(String... changes) {
        String json =
                """
                {"type":"NewOrder","symbol":"SKU-001","account":"shop-1","clOrdId":"order-1","side":"SELL",\
                "ordType":"LIMIT","orderQty":5,"price":"12.5","timeInForce":"GTC"}""";
        for (String change : changes) {
            String name = change.substring(0, change.indexOf('='));
            String value = change.substring(change.indexOf('=') + 1);
            String without = json.replaceFirst(",?\"" + name + "\":[^,}]*", "").replace("{,", "{");
            json = value.isEmpty()
                    ? without
                    : without.substring(0, without.length() - 1) + ",\"" + name + "\":" + value + "}";
        }
        return json;
    }

    static Command understood(String json) {
        Decoded decoded = CODEC.decode(record(json));
        assertThat(decoded).as(json).isInstanceOf(Decoded.Understood.class);
        return ((Decoded.Understood) decoded).command();
    }

    static Refused refused(String json) {
        Command command = understood(json);
        assertThat(command.body()).as(json).isInstanceOf(Refused.class);
        return (Refused) command.body();
    }

    static DeadLetter dead(String json) {
        return dead(record(json));
    }

    static DeadLetter dead(ArrivedRecord record) {
        Decoded decoded = CODEC.decode(record);
        assertThat(decoded).isInstanceOf(Decoded.Dead.class);
        return ((Decoded.Dead) decoded).letter();
    }
}
