package io.stockmate.connectors.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Short sessions to begin with; {@code price=10} is written {@code "price":"10"}, whole numbers that are none stay so. */
final class SessionSeeds {
    private static final List<String> TEXTS =
            List.of("name", "currency", "clOrdId", "origClOrdId", "moveId", "tradeId", "reason", "ref", "ruleId");

    private static final String GOODS =
            "OPS DefineInstrument name=tea currency=EUR tickSize=\"0.01\" lotSize=1 maxOrderQty=1000 leadTimeDays=%d "
                    + "allowShort=%s tracksStock=%s";

    private SessionSeeds() {}

    static List<byte[]> all() {
        return List.of(trades(), stops(), stock(), statuses());
    }

    private static byte[] trades() {
        return session(
                GOODS.formatted(0, true, false),
                "ann NewOrder clOrdId=a1 side=SELL ordType=LIMIT orderQty=5 price=10 timeInForce=GTC",
                "ann NewOrder clOrdId=a2 side=SELL ordType=LIMIT orderQty=9 price=10.5 timeInForce=GTC displayQty=3",
                "bob NewOrder clOrdId=b1 side=BUY ordType=LIMIT orderQty=7 price=10.5 timeInForce=DAY minQty=2",
                "bob NewOrder clOrdId=b2 side=BUY ordType=MARKET orderQty=2 timeInForce=IOC",
                "ann NewOrder clOrdId=a3 side=BUY ordType=LIMIT orderQty=2 price=11 timeInForce=FOK "
                        + "selfTradePrevention=DECREMENT",
                "ann ReplaceOrder clOrdId=a4 origClOrdId=a2 orderQty=8 price=10.6",
                "OPS CorrectTrade tradeId=SKU-001-T-1 reason=typo price=9 qty=4",
                "OPS CorrectTrade tradeId=SKU-001-T-2 reason=bust",
                "ann CancelOrder clOrdId=c1 origClOrdId=a4",
                "any Tick");
    }

    private static byte[] stops() {
        return session(
                GOODS.formatted(0, true, false),
                "ann NewOrder clOrdId=a1 side=SELL ordType=LIMIT orderQty=5 price=10 timeInForce=GTC",
                "ann NewOrder clOrdId=s1 side=BUY ordType=STOP orderQty=2 stopPx=10 timeInForce=GTC",
                "cyd NewOrder clOrdId=s2 side=BUY ordType=STOP_LIMIT orderQty=2 stopPx=10 price=11 timeInForce=GTD "
                        + "expireTime=9000",
                "bob NewOrder clOrdId=b1 side=BUY ordType=LIMIT orderQty=1 price=10 timeInForce=GTC",
                "any Tick",
                "any Tick",
                "any Tick",
                "cyd MassCancel clOrdId=m1 side=BUY");
    }

    private static byte[] stock() {
        return session(
                GOODS.formatted(3, false, true),
                "ann MoveStock moveId=m1 kind=RECEIPT qty=20",
                "ann NewOrder clOrdId=a1 side=SELL ordType=LIMIT orderQty=15 price=10 timeInForce=GTC leadTimeDays=2",
                "bob NewOrder clOrdId=b1 side=BUY ordType=LIMIT orderQty=10 price=10 timeInForce=GTC",
                "bob MoveStock moveId=m2 kind=RECEIPT qty=4 ref=SKU-001-4",
                "bob MoveStock moveId=m3 kind=ISSUE qty=2 reason=broken",
                "bob MoveStock moveId=m4 kind=COUNT qty=1",
                "OPS CorrectTrade tradeId=SKU-001-T-1 reason=bust");
    }

    private static byte[] statuses() {
        return session(
                GOODS.formatted(0, true, false),
                "OPS SetTradingStatus status=HALTED reason=news",
                "ann NewOrder clOrdId=a1 side=SELL ordType=LIMIT orderQty=5 price=10 timeInForce=GTC",
                "bob NewOrder clOrdId=b1 side=BUY ordType=LIMIT orderQty=5 price=10.5 timeInForce=GTC",
                "OPS SetTradingStatus status=OPEN reason=over",
                "OPS SetTradingStatus status=CLOSED reason=night",
                "bob NewOrder clOrdId=b2 side=BUY ordType=LIMIT orderQty=5 price=10.5 timeInForce=GTC",
                "ann SetAlertRule ruleId=r1 kind=PRICE_CHANGE threshold=5 windowSec=60");
    }

    private static byte[] session(String... lines) {
        StringBuilder json = new StringBuilder();
        for (String line : lines) {
            json.append(json(line)).append('\n');
        }
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** {@code ACCOUNT TYPE NAME=VALUE …} as a record. */
    static String json(String line) {
        String[] words = line.split(" ");
        StringBuilder json = new StringBuilder("{\"type\":\"" + words[1] + "\",\"symbol\":\"" + SessionTarget.SYMBOL
                + "\",\"account\":\"" + words[0] + '"');
        for (int i = 2; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            String name = words[i].substring(0, equals);
            String value = words[i].substring(equals + 1);
            boolean bare = !TEXTS.contains(name) && value.matches("-?[0-9.]+|true|false|\".*\"");
            json.append(",\"").append(name).append("\":").append(bare ? value : '"' + value + '"');
        }
        return json.append('}').toString();
    }
}
