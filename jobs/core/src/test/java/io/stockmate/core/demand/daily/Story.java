package io.stockmate.core.demand.daily;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.Category;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.DemandForecast;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.ForecastModel;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.message.ServiceMeasure;
import io.stockmate.core.message.SetStockPolicy;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.Tick;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.message.Trade;
import io.stockmate.core.message.TradeCorrected;
import io.stockmate.core.state.Days;
import io.stockmate.core.state.HeapPieces;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Events of one symbol told one after another, and what comes of them. Day 0 is the symbol's first. */
final class Story implements DemandResults {
    static final String SHOP = "SHOP-1";
    static final long ABSENT = Absent.NUMBER;
    static final SetStockPolicy POLICY =
            new SetStockPolicy(3, 0, 9_500, ServiceMeasure.CYCLE, 1, ABSENT, 10, ABSENT, ABSENT);

    private static final long DAY_0 = 20_000;

    final List<DemandDay> facts = new ArrayList<>();
    final List<ForecastScore> scores = new ArrayList<>();
    final List<DemandForecast> forecasts = new ArrayList<>();
    final List<ReplenishmentSuggestion> suggestions = new ArrayList<>();
    final List<String> notPlanned = new ArrayList<>();
    long tooLate;

    final HeapPieces pieces = new HeapPieces();
    private final DemandSettings settings;
    private long seq;
    private long trades;
    private long price = 10_000;
    private long now = at(0, 12);

    Story() {
        this(DemandSettings.DEFAULT);
    }

    Story(DemandSettings settings) {
        this.settings = settings;
        tick(0, 12);
    }

    static DefineInstrument instrument(boolean tracksStock) {
        return new DefineInstrument(
                "S-1",
                "Toys",
                "EUR",
                100,
                1,
                10_000,
                3,
                false,
                tracksStock,
                ABSENT,
                ABSENT,
                ABSENT,
                ABSENT,
                ABSENT,
                ABSENT);
    }

    static long at(long day, long hour) {
        return Days.start(DAY_0 + day) + hour * 3_600_000;
    }

    static String date(long day) {
        return LocalDate.ofEpochDay(DAY_0 + day).toString();
    }

    Story tick(long day, long hour) {
        now = at(day, hour);
        return happens(new Accepted(new Tick().type().wireName(), "{}"), null);
    }

    /** Time goes on without a tick: the market is down. */
    Story pauses(long day, long hour) {
        now = at(day, hour);
        return this;
    }

    Story sells(long qty, long left) {
        return sells(SHOP, qty, left);
    }

    /** The price of all sales and offers to come. */
    Story asks(long price) {
        this.price = price;
        return this;
    }

    /** Puts goods on offer. */
    Story offers(long qty) {
        return offers(SHOP, qty);
    }

    Story offers(String shop, long qty) {
        return report(Side.SELL, shop, 8, ExecType.NEW, OrdStatus.NEW, TimeInForce.GTC, ABSENT, qty, qty, null);
    }

    Story sells(String shop, long qty, long left) {
        trades++;
        happens(new Trade("S-1-T-" + trades, price, qty, "S-1-7", "S-1-8", "C-1", shop, Side.BUY, "USD", ABSENT), null);
        return happens(new StockLevel(shop, left, 0, left, 0, StockReason.TRADE, -qty, null, ABSENT), null);
    }

    /** Corrects the quantity of the {@code number}-th trade of the shop. */
    Story corrects(long number, long oldQty, long newQty) {
        return happens(
                new TradeCorrected("S-1-T-" + number, "C-1", SHOP, 10_000, oldQty, 10_000, newQty, "mistyped"), null);
    }

    Story buys(long qty, long entry, long dueDay) {
        trades++;
        return happens(
                new Trade(
                        "S-1-T-" + trades,
                        8_000,
                        qty,
                        "S-1-" + entry,
                        "S-1-8",
                        SHOP,
                        "SUPPLIER",
                        Side.SELL,
                        "USD",
                        at(dueDay, 0)),
                null);
    }

    Story issues(long qty, long left, long effectiveAt) {
        return stock(StockReason.ISSUE, left, -qty, null, effectiveAt);
    }

    Story stock(StockReason reason, long onHand, long delta, @Nullable String ref, long effectiveAt) {
        return happens(new StockLevel(SHOP, onHand, 0, onHand, 0, reason, delta, ref, effectiveAt), null);
    }

    /** What an account is told to have, whatever it had. */
    Story stock(String account, StockReason reason, long onHand) {
        return happens(new StockLevel(account, onHand, 0, onHand, 0, reason, 0, null, ABSENT), null);
    }

    Story wantsInVain(String account, long qty) {
        return report(
                account,
                9,
                ExecType.CANCELED,
                OrdStatus.CANCELED,
                TimeInForce.IOC,
                ABSENT,
                qty,
                0,
                Category.no_match_buy);
    }

    Story wantedInVain(long qty, TimeInForce timeInForce, long expireTime) {
        return report(
                "C-1", 9, ExecType.EXPIRED, OrdStatus.EXPIRED, timeInForce, expireTime, qty, 0, Category.no_match_buy);
    }

    Story bids(long entry, long qty) {
        return report(SHOP, entry, ExecType.NEW, OrdStatus.NEW, TimeInForce.GTC, ABSENT, qty, qty, null);
    }

    /** Its level once {@code qty} are on their way and nothing else is there. */
    Story orders(long qty) {
        return happens(new StockLevel(SHOP, 0, 0, 0, qty, StockReason.TRADE, 0, null, ABSENT), null);
    }

    Story accepts(CommandBody body) {
        return accepts(SHOP, body);
    }

    Story accepts(String account, CommandBody body) {
        return happens(new Accepted(body.type().wireName(), "{}"), new Command("S-1", account, ABSENT, body));
    }

    private Story report(
            String account,
            long entry,
            ExecType execType,
            OrdStatus status,
            TimeInForce timeInForce,
            long expireTime,
            long qty,
            long leaves,
            @Nullable Category category) {
        return report(Side.BUY, account, entry, execType, status, timeInForce, expireTime, qty, leaves, category);
    }

    private Story report(
            Side side,
            String account,
            long entry,
            ExecType execType,
            OrdStatus status,
            TimeInForce timeInForce,
            long expireTime,
            long qty,
            long leaves,
            @Nullable Category category) {
        ExecutionReport report = new ExecutionReport(
                account,
                "c",
                null,
                "S-1-" + entry,
                execType,
                status,
                side,
                OrdType.LIMIT,
                qty,
                price,
                ABSENT,
                ABSENT,
                ABSENT,
                timeInForce,
                expireTime,
                0,
                0,
                0,
                leaves,
                ABSENT,
                null,
                null,
                null,
                category);
        return happens(report, null);
    }

    private Story happens(EventBody body, @Nullable Command configuration) {
        seq++;
        EventHeader header = new EventHeader("S-1", seq, seq, "S-1-" + seq, now);
        Event event = new Event(header, 0, new Cause("s", "1", 0, now), body);
        if (SymbolDemand.concerns(event)) {
            SymbolDemand.apply(event, configuration, settings, pieces, this);
        }
        return this;
    }

    byte[] piece(String name) {
        return Objects.requireNonNull(pieces.get(name));
    }

    /** What the champion was told of the days, day after day. */
    List<String> days() {
        return scores.stream()
                .filter(score -> score.model() == ForecastModel.ADAPTIVE)
                .map(score -> Days.of(score.bucketStart()) - DAY_0 + ": " + score.demand() / 10_000.0)
                .toList();
    }

    /** What the champion, having seen {@code last} and all before, expects of {@code day}. */
    double expected(long last, long day) {
        return forecasts.stream()
                        .filter(row ->
                                Days.of(row.trainedOn()) - DAY_0 == last && Days.of(row.bucketStart()) - DAY_0 == day)
                        .mapToLong(DemandForecast::mean)
                        .findFirst()
                        .orElseThrow()
                / 10_000.0;
    }

    @Override
    public void day(DemandDay day) {
        facts.add(day);
    }

    @Override
    public void forecast(DemandForecast forecast) {
        forecasts.add(forecast);
    }

    @Override
    public void score(ForecastScore score) {
        scores.add(score);
    }

    @Override
    public void suggestion(ReplenishmentSuggestion suggestion) {
        suggestions.add(suggestion);
    }

    @Override
    public void tooLate(long qty) {
        tooLate += qty;
    }

    @Override
    public void notPlanned(String symbol, String account) {
        notPlanned.add(account);
    }
}
