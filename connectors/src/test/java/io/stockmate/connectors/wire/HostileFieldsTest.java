package io.stockmate.connectors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.market.Market;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.Field;
import io.stockmate.core.message.Shape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever stands in the fields of a record that is understood, the market answers it, and the answer can be read. */
class HostileFieldsTest {
    private static final String SYMBOL = "S.-_1";
    private static final int RECORDS = 300;

    private static final List<String> VALUES = List.of(
            "0",
            "1",
            "-1",
            "5",
            "100",
            "NaN",
            "1e400",
            "\"0.01\"",
            "\"1.00001\"",
            "\"99999999.9999\"",
            "999999999999",
            "9223372036854775807",
            "-9223372036854775807",
            "-9223372036854775808",
            "253402300799999",
            "253402300800000",
            "null",
            "true",
            "{}",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"EUR\"",
            "\"2026-12-01\"",
            "\"+12026-12-01\"",
            "\"BUY\"",
            "\"LIMIT\"",
            "\"GTC\"",
            "\"COUNT\"",
            "\"S.-_1-\"",
            "\"S.-_1-2\"",
            "\"NONE\"",
            '"' + "\\u0001".repeat(1_024) + '"',
            '"' + "€".repeat(1_024) + '"',
            '"' + "\\\"".repeat(1_024) + '"');

    private final CommandCodec commands = new CommandCodec();
    private final EventCodec events = new EventCodec();

    @Property(tries = 50)
    void marketAnswersAndItsAnswersCanBeRead(@ForAll long seed) {
        Random random = new Random(seed);
        Market market = Market.open(MarketRules.of(List.of("OPS"), 0), SYMBOL);
        apply(market, definition(), 0);
        assertThat(market.isKnown()).isTrue();
        for (int i = 1; i <= RECORDS; i++) {
            apply(market, record(random, i), i);
        }
    }

    private void apply(Market market, String record, int number) {
        Cause cause = new Cause("shardId-000000000000", Integer.toString(number), 0, 60_000L * number);
        byte[] data = record.getBytes(StandardCharsets.UTF_8);
        Decoded decoded = commands.decode(new ArrivedRecord(cause, SYMBOL, data));
        if (decoded instanceof Decoded.Understood understood) {
            List<Event> answer = answer(market, understood.command(), cause);
            assertThat(answer).as(record).isNotEmpty();
            assertThat(answer).as(record).allSatisfy(event -> assertThat(events.decode(events.encode(event)))
                    .isEqualTo(event));
        }
    }

    private static List<Event> answer(Market market, Command command, Cause cause) {
        List<Event> answer = new ArrayList<>();
        market.apply(command, cause, answer::add);
        return answer;
    }

    private static String definition() {
        return head("DefineInstrument", "OPS") + ",\"name\":\"A thing\",\"currency\":\"EUR\",\"tickSize\":\"0.0001\","
                + "\"lotSize\":1,\"maxOrderQty\":999999999999,\"leadTimeDays\":0,\"allowShort\":true}";
    }

    /** A record with its id; each other required field is there, and optional ones now and then. */
    private static String record(Random random, int number) {
        CommandType type = CommandType.values()[random.nextInt(CommandType.values().length)];
        StringBuilder json = new StringBuilder(head(type.wireName(), random.nextBoolean() ? "OPS" : "ANN"));
        for (Field field : Shape.of(type::read)) {
            boolean named = field.name().equals(type.idField()) || field.name().equals("origClOrdId");
            if (named || !field.optional() || random.nextInt(4) == 0) {
                json.append(",\"")
                        .append(field.name())
                        .append("\":")
                        .append(named ? id(random, number) : value(random, field));
            }
        }
        return json.append('}').toString();
    }

    private static String id(Random random, int number) {
        return "\"i" + Math.max(0, number - random.nextInt(4)) + '"';
    }

    /** Mostly what the field is meant for, so that commands are accepted and the rest meets a book and stock. */
    private static String value(Random random, Field field) {
        List<String> usual = random.nextInt(6) == 0 ? VALUES : usual(field.name());
        return usual.get(random.nextInt(usual.size()));
    }

    private static List<String> usual(String field) {
        return switch (field) {
            case "side" -> List.of("\"BUY\"", "\"SELL\"");
            case "ordType" -> List.of("\"LIMIT\"", "\"MARKET\"");
            case "timeInForce" -> List.of("\"DAY\"", "\"GTC\"", "\"IOC\"", "\"FOK\"");
            case "kind" -> List.of("\"RECEIPT\"", "\"ISSUE\"", "\"COUNT\"");
            case "orderQty", "qty" -> List.of("1", "5", "100", "999999999999");
            case "price" -> List.of("\"0.0001\"", "\"0.01\"", "\"99999999.9999\"");
            default -> VALUES;
        };
    }

    private static String head(String type, String account) {
        return "{\"type\":\"" + type + "\",\"symbol\":\"" + SYMBOL + "\",\"account\":\"" + account + '"';
    }
}
