package io.stockmate.core.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One of each message, twice: <em>full</em> has every field filled, <em>bare</em> leaves out all that may be absent.
 * The values are fixed, so golden files can be made of them.
 */
public final class Specimens {
    /** 2026-03-04T14:30:00.000Z. */
    public static final long TIME = 1_772_634_600_000L;

    /** The day of {@link #TIME}. */
    public static final long DAY = 1_772_582_400_000L;

    private static final long ABSENT = Absent.NUMBER;

    private Specimens() {}

    public static Cause cause() {
        return new Cause(
                "shardId-000000000003", "49590338271490256608559692538361571095921575989136588898", 7, TIME - 12);
    }

    public static EventHeader header() {
        return new EventHeader("SKU-001", 4712, 815, "SKU-001-4712", TIME);
    }

    public static Event event(EventBody body) {
        return new Event(header(), 0xFEDC_BA98_7654_3210L, cause(), body);
    }

    /** A command with a transactTime. */
    public static Command command(CommandBody body) {
        return new Command("SKU-001", "shop-1", TIME - 30, body);
    }

    /** A command without a transactTime. */
    public static Command bareCommand(CommandBody body) {
        return new Command("SKU-001", "shop-1", ABSENT, body);
    }

    public static LogEntry logEntry() {
        return new LogEntry(815, cause(), "SKU-001", "SKU-001", bytes("{\"type\":\"Tick\",\"symbol\":\"SKU-001\"}"));
    }

    public static DeadLetter deadLetter() {
        return new DeadLetter(
                cause(),
                "SKU-001",
                DeadLetterReason.MALFORMED,
                "unexpected end of input at byte 7",
                7,
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                bytes("{\"type\""));
    }

    /** Every command's body, full and bare, refused ones included. */
    public static List<CommandBody> commandBodies() {
        Stream<CommandBody> read =
                Arrays.stream(CommandType.values()).flatMap(type -> Stream.of(full(type), bare(type)));
        return Stream.concat(read, Stream.of(fullRefused(), bareRefused())).toList();
    }

    /** Every event's body, full and bare. */
    public static List<EventBody> eventBodies() {
        return Arrays.stream(EventType.values())
                .flatMap(type -> Stream.of(full(type), bare(type)))
                .toList();
    }

    public static Refused fullRefused() {
        return new Refused(CommandType.NEW_ORDER, "order-1", "price", 0x0123_4567_89AB_CDEFL);
    }

    public static Refused bareRefused() {
        return new Refused(CommandType.SET_STOCK_POLICY, null, "serviceLevel", 0);
    }

    public static CommandBody full(CommandType type) {
        return switch (type) {
            case NEW_ORDER ->
                new NewOrder(
                        "order-1",
                        Side.SELL,
                        OrdType.STOP_LIMIT,
                        500,
                        12_345_600,
                        12_400_000,
                        TimeInForce.GTD,
                        TIME + 3_600_000,
                        100,
                        50,
                        true,
                        SelfTradePrevention.DECREMENT,
                        3,
                        "cart-9");
            case REPLACE_ORDER ->
                new ReplaceOrder("order-2", "order-1", 400, 12_300_001, 12_350_000, 80, TIME + 7_200_000);
            case CANCEL_ORDER -> new CancelOrder("order-3", "order-2");
            case MASS_CANCEL -> new MassCancel("mass-1", Side.BUY);
            case MOVE_STOCK ->
                new MoveStock("move-1", MoveKind.RECEIPT, 25, "SKU-001-77", "dock 4, \"late\"", TIME - 60_000);
            case CONFIRM_PAYMENT -> new ConfirmPayment("pay-1", "SKU-001-77", 61_728_000_000L, PaymentStatus.CAPTURED);
            case DEFINE_INSTRUMENT ->
                new DefineInstrument(
                        "Téléphone 手机 📱",
                        "phones",
                        "EUR",
                        100,
                        5,
                        1_000_000,
                        14,
                        true,
                        true,
                        10_000,
                        99_990_000,
                        150_000,
                        1,
                        2,
                        2);
            case SET_STOCK_POLICY -> new SetStockPolicy(14, 25_000, 9_800, ServiceMeasure.FILL, 7, 50, 10, 120, 5_000);
            case SET_ALERT_RULE -> new SetAlertRule("rule-1", AlertKind.PRICE_CHANGE, 35_000, 300);
            case SET_TRADING_STATUS -> new SetTradingStatus(TradingStatus.HALTED, "news pending");
            case CALENDAR_EVENT -> new CalendarEvent("Singles' Day", "2026-11-11", 32_500);
            case CORRECT_TRADE -> new CorrectTrade("SKU-001-T-12", "fat finger", 12_340_000, 40);
            case TICK -> new Tick();
        };
    }

    public static CommandBody bare(CommandType type) {
        return switch (type) {
            case NEW_ORDER ->
                new NewOrder(
                        "order-1",
                        Side.BUY,
                        OrdType.MARKET,
                        1,
                        ABSENT,
                        ABSENT,
                        TimeInForce.IOC,
                        ABSENT,
                        ABSENT,
                        ABSENT,
                        false,
                        null,
                        ABSENT,
                        null);
            case REPLACE_ORDER -> new ReplaceOrder("order-2", "order-1", ABSENT, ABSENT, ABSENT, ABSENT, ABSENT);
            case CANCEL_ORDER -> full(type);
            case MASS_CANCEL -> new MassCancel("mass-1", null);
            case MOVE_STOCK -> new MoveStock("move-1", MoveKind.COUNT, 0, null, null, ABSENT);
            case CONFIRM_PAYMENT -> full(type);
            case DEFINE_INSTRUMENT ->
                new DefineInstrument(
                        "Telephone",
                        null,
                        "EUR",
                        1,
                        1,
                        1,
                        0,
                        false,
                        false,
                        ABSENT,
                        ABSENT,
                        ABSENT,
                        ABSENT,
                        ABSENT,
                        ABSENT);
            case SET_STOCK_POLICY ->
                new SetStockPolicy(0, 0, 9_500, ServiceMeasure.CYCLE, 1, ABSENT, ABSENT, ABSENT, ABSENT);
            case SET_ALERT_RULE -> full(type);
            case SET_TRADING_STATUS -> full(type);
            case CALENDAR_EVENT -> new CalendarEvent("Singles' Day", "2026-11-11", ABSENT);
            case CORRECT_TRADE -> new CorrectTrade("SKU-001-T-12", "fat finger", ABSENT, ABSENT);
            case TICK -> full(type);
        };
    }

    public static EventBody full(EventType type) {
        return switch (type) {
            case EXECUTION_REPORT ->
                new ExecutionReport(
                                "shop-1",
                                "order-2",
                                "order-1",
                                "SKU-001-77",
                                ExecType.TRADE,
                                OrdStatus.PARTIALLY_FILLED,
                                Side.SELL,
                                OrdType.STOP_LIMIT,
                                400,
                                12_300_001,
                                12_350_000,
                                80,
                                50,
                                TimeInForce.GTD,
                                TIME + 7_200_000,
                                60,
                                12_300_002,
                                160,
                                240,
                                12_300_003,
                                OrdRejReason.OTHER,
                                "SELF_TRADE",
                                "cart-9",
                                Category.match)
                        .referringTo("SKU-001-4711");
            case ORDER_CANCEL_REJECT ->
                new OrderCancelReject(
                        "shop-1",
                        "order-3",
                        "order-2",
                        "SKU-001-77",
                        OrdStatus.FILLED,
                        CxlRejReason.OTHER,
                        CxlRejResponseTo.ORDER_CANCEL_REPLACE_REQUEST,
                        "WOULD_CROSS");
            case TRADE ->
                new Trade(
                        "SKU-001-T-12",
                        12_300_002,
                        60,
                        "SKU-001-80",
                        "SKU-001-77",
                        "customer-5",
                        "shop-1",
                        Side.BUY,
                        "EUR",
                        TIME + 259_200_000);
            case TRADE_CORRECTED ->
                new TradeCorrected(
                        "SKU-001-T-12", "customer-5", "shop-1", 12_300_002, 60, 12_340_000, 40, "fat finger");
            case STOCK_LEVEL ->
                new StockLevel("shop-1", 1_000, 240, 760, 55, StockReason.ISSUE, -60, "SKU-001-12", TIME - 86_400_000);
            case TOP_OF_BOOK -> new TopOfBook(12_290_000, 35, 12_300_001, 240);
            case ACCEPTED ->
                new Accepted(
                        "CalendarEvent",
                        "{\"type\":\"CalendarEvent\",\"symbol\":\"SKU-001\",\"account\":\"house\",\"name\":\"Singles' Day\","
                                + "\"date\":\"2026-11-11\",\"effect\":\"3.25\"}");
            case BUSINESS_REJECT ->
                new BusinessReject(
                        "shop-1",
                        "MoveStock",
                        "move-1",
                        BusinessRejectReason.UNKNOWN_ORDER,
                        "ref SKU-001-76 is no BUY of yours");
        };
    }

    public static EventBody bare(EventType type) {
        return switch (type) {
            case EXECUTION_REPORT ->
                new ExecutionReport(
                        "shop-1",
                        "order-1",
                        null,
                        "NONE",
                        ExecType.REJECTED,
                        OrdStatus.REJECTED,
                        null,
                        null,
                        ABSENT,
                        ABSENT,
                        ABSENT,
                        ABSENT,
                        ABSENT,
                        null,
                        ABSENT,
                        0,
                        0,
                        0,
                        0,
                        ABSENT,
                        null,
                        null,
                        null,
                        null);
            case ORDER_CANCEL_REJECT ->
                new OrderCancelReject(
                        "shop-1",
                        "order-3",
                        null,
                        null,
                        OrdStatus.REJECTED,
                        CxlRejReason.UNKNOWN_ORDER,
                        CxlRejResponseTo.ORDER_CANCEL_REQUEST,
                        null);
            case TRADE ->
                new Trade(
                        "SKU-001-T-1",
                        1,
                        1,
                        "SKU-001-3",
                        "SKU-001-2",
                        "customer-5",
                        "shop-1",
                        Side.SELL,
                        "EUR",
                        ABSENT);
            case TRADE_CORRECTED -> full(type);
            case STOCK_LEVEL -> new StockLevel("shop-1", 0, 3, -3, 0, StockReason.ALLOCATE, 3, null, ABSENT);
            case TOP_OF_BOOK -> new TopOfBook(ABSENT, ABSENT, ABSENT, ABSENT);
            case ACCEPTED -> full(type);
            case BUSINESS_REJECT ->
                new BusinessReject(
                        "shop-1", "SetStockPolicy", null, BusinessRejectReason.INVALID_FIELD, "serviceLevel: absent");
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
