package io.stockmate.pipelines.demand;

import io.stockmate.core.market.Market;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.CalendarEvent;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.MoveKind;
import io.stockmate.core.message.MoveStock;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.ServiceMeasure;
import io.stockmate.core.message.SetStockPolicy;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Tick;
import io.stockmate.core.message.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The events of shops that sell goods for weeks, as a market publishes them; all chance comes from one seed. Of the
 * second good little is asked for. There is a sale in the third week.
 */
final class RetailWeeks {
    static final MarketRules RULES = MarketRules.of(List.of("OPS"), MarketRules.CORRECTABLE_MS_DEFAULT);

    static final String TOYS = "Toys";

    private static final long ABSENT = Absent.NUMBER;
    private static final long START = 1_772_582_400_000L;
    private static final long HOUR_MS = 3_600_000;
    private static final long DAY_MS = 24 * HOUR_MS;

    private final List<Market> markets = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final Random random;
    private long now = START;
    private long ids;

    private RetailWeeks(long seed) {
        random = new Random(seed);
    }

    static List<Event> events(long seed, int symbols, int days) {
        RetailWeeks weeks = new RetailWeeks(seed);
        for (int i = 0; i < symbols; i++) {
            weeks.markets.add(Market.open(RULES, "SKU-" + i));
            weeks.open(i);
        }
        for (int day = 0; day < days; day++) {
            weeks.day(day);
        }
        return weeks.events;
    }

    private void open(int symbol) {
        say(
                symbol,
                "OPS",
                new DefineInstrument(
                        "SKU-" + symbol,
                        symbol == 0 ? TOYS : "Books",
                        "EUR",
                        100,
                        1,
                        10_000,
                        3,
                        false,
                        true,
                        ABSENT,
                        ABSENT,
                        ABSENT,
                        ABSENT,
                        ABSENT,
                        ABSENT));
        say(symbol, "OPS", new CalendarEvent("Sale", "2026-03-20", 20_000));
        for (String shop : List.of("SHOP-1", "SHOP-2")) {
            say(symbol, shop, new SetStockPolicy(3, 10_000, 9_500, ServiceMeasure.FILL, 1, ABSENT, 5, ABSENT, ABSENT));
            receive(symbol, shop, 60);
        }
    }

    private void day(int day) {
        for (int hour = 0; hour < 24; hour += 3) {
            now = START + day * DAY_MS + hour * HOUR_MS;
            for (int symbol = 0; symbol < markets.size(); symbol++) {
                say(symbol, "CLOCK", new Tick());
                for (int buyers = symbol == 1 ? random.nextInt(17) / 16 : random.nextInt(3); buyers > 0; buyers--) {
                    order(symbol, "C-" + random.nextInt(9), Side.BUY, 1 + random.nextInt(4), TimeInForce.IOC);
                }
                String shop = "SHOP-" + (1 + random.nextInt(2));
                switch (random.nextInt(24)) {
                    case 0 -> receive(symbol, shop, 80);
                    case 1, 2 ->
                        say(
                                symbol,
                                shop,
                                new MoveStock(
                                        "m" + ++ids,
                                        MoveKind.ISSUE,
                                        1,
                                        null,
                                        null,
                                        now - random.nextInt(30) * HOUR_MS));
                    case 3 -> order(symbol, shop, Side.BUY, 40, TimeInForce.DAY);
                    default -> order(symbol, shop, Side.SELL, 1 + random.nextInt(6), TimeInForce.DAY);
                }
            }
        }
    }

    private void receive(int symbol, String shop, long qty) {
        say(symbol, shop, new MoveStock("m" + ++ids, MoveKind.RECEIPT, qty, null, null, ABSENT));
    }

    private void order(int symbol, String account, Side side, long qty, TimeInForce timeInForce) {
        long price = side == Side.BUY && account.startsWith("SHOP") ? 50_000 : 100_000;
        say(
                symbol,
                account,
                new NewOrder(
                        "o" + ++ids,
                        side,
                        OrdType.LIMIT,
                        qty,
                        price,
                        ABSENT,
                        timeInForce,
                        ABSENT,
                        ABSENT,
                        ABSENT,
                        false,
                        null,
                        0,
                        null));
    }

    private void say(int symbol, String account, CommandBody body) {
        now++;
        Cause cause = new Cause("shardId-000000000000", String.valueOf(1_000_000 + ++ids), 0, now);
        markets.get(symbol).apply(new Command("SKU-" + symbol, account, ABSENT, body), cause, events::add);
    }
}
