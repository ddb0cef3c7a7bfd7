package io.stockmate.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.Trade;
import io.stockmate.core.message.TradeCorrected;
import io.stockmate.core.message.TransferReason;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds whatever happens; that every transaction balances, {@link Books} checks throughout. */
class LedgerPropertyTest {
    private static final int COMMANDS = 300;
    private static final LedgerSettings SETTINGS = settings();

    private static LedgerSettings settings() {
        TreeMap<String, FeeRates> fees = new TreeMap<>();
        fees.put("SAM", new FeeRates(-3, 7));
        return new LedgerSettings(RandomTrading.RULES.correctableMs(), fees);
    }

    @Property(tries = 12)
    void goodsAreWhatStockLevelsSayAfterEachCommand(@ForAll long seed) {
        Books books = new Books(SETTINGS);
        Map<String, StockLevel> levels = new HashMap<>();
        long[] command = new long[1];
        new RandomTrading(seed, (event, accepted) -> {
                    if (event.header().commandSeq() != command[0]) {
                        command[0] = event.header().commandSeq();
                        assertGoods(books, levels);
                    }
                    books.apply(event, accepted);
                    if (event.body() instanceof StockLevel level) {
                        levels.put(level.account(), level);
                    }
                })
                .run(COMMANDS, true);
        assertGoods(books, levels);
        assertThat(levels).isNotEmpty();
    }

    private static void assertGoods(Books books, Map<String, StockLevel> levels) {
        levels.forEach((account, level) -> {
            assertThat(books.balance(Accounts.goods(account), "#SKU-1"))
                    .as(account)
                    .isEqualTo(level.onHand());
            assertThat(books.balance(Accounts.transit(account), "#SKU-1"))
                    .as(account)
                    .isEqualTo(level.onOrder());
        });
    }

    @Property(tries = 12)
    void levelsOfTradesAddNothingToThem(@ForAll long seed) {
        Books books = new Books(SETTINGS);
        new RandomTrading(seed, (event, accepted) -> {
                    int before = books.transactions.size();
                    books.apply(event, accepted);
                    if (event.body() instanceof StockLevel level && isOfOrders(level)) {
                        assertThat(books.transactions).as(level.toString()).hasSize(before);
                    }
                })
                .run(COMMANDS, true);
    }

    private static boolean isOfOrders(StockLevel level) {
        return level.reason() == StockReason.TRADE
                || level.reason() == StockReason.ALLOCATE
                || level.reason() == StockReason.RELEASE;
    }

    @Property(tries = 12)
    void moneyMovedIsPriceTimesQuantity(@ForAll long seed) {
        Books books = new Books(SETTINGS);
        BigInteger[] traded = {BigInteger.ZERO};
        new RandomTrading(seed, (event, accepted) -> {
                    books.apply(event, accepted);
                    if (event.body() instanceof Trade trade) {
                        traded[0] = traded[0].add(BigInteger.valueOf(trade.price() * trade.qty()));
                    }
                })
                .run(COMMANDS, true);
        BigInteger moved = books.transactions.stream()
                .filter(each -> each.reason() == TransferReason.TRADE)
                .flatMap(each -> each.transfers().stream())
                .filter(each -> each.unit().equals("EUR"))
                .filter(each ->
                        !each.fromAccount().startsWith(":") && !each.toAccount().startsWith(":"))
                .map(each -> BigInteger.valueOf(each.amount()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(moved).isEqualTo(traded[0]);
    }

    @Property(tries = 12)
    void restoringAtAnyPointChangesNothing(@ForAll long seed) {
        Books whole = new Books(SETTINGS);
        Books restored = new Books(SETTINGS);
        new RandomTrading(seed, (event, accepted) -> {
                    whole.apply(event, accepted);
                    restored.restore();
                    restored.apply(event, accepted);
                })
                .run(COMMANDS, true);
        assertThat(restored.transactions).isEqualTo(whole.transactions);
        assertThat(restored.usage).isEqualTo(whole.usage);
    }

    @Property(tries = 12)
    void whenEveryTradeIsBustedAccountsHoldTheirPaymentsAlone(@ForAll long seed) {
        Books books = new Books(new LedgerSettings(1_000 * BookStory.DAY, SETTINGS.fees()));
        TreeMap<String, Event> uncorrected = new TreeMap<>();
        Event[] last = new Event[1];
        new RandomTrading(seed, (event, accepted) -> {
                    books.apply(event, accepted);
                    if (event.body() instanceof Trade trade) {
                        uncorrected.put(trade.tradeId(), event);
                    } else if (event.body() instanceof TradeCorrected corrected) {
                        uncorrected.remove(corrected.tradeId());
                    }
                    last[0] = event;
                })
                .withoutCorrections()
                .run(COMMANDS, false);
        for (Event traded : uncorrected.values()) {
            Trade trade = (Trade) traded.body();
            last[0] = after(
                    last[0],
                    0,
                    new TradeCorrected(
                            trade.tradeId(), trade.buyer(), trade.seller(), trade.price(), trade.qty(), 0, 0, "end"));
            books.apply(last[0], null);
        }
        books.apply(after(last[0], BookStory.DAY, new Accepted("Tick", "{}")), null);

        assertThat(uncorrected).isNotEmpty();
        assertThat(books.balances()).isEqualTo(payments(books));
    }

    private static Event after(Event event, long millis, EventBody body) {
        EventHeader header = event.header();
        long seq = header.seq() + 1;
        return new Event(
                new EventHeader(
                        header.symbol(),
                        seq,
                        header.commandSeq() + 1,
                        header.symbol() + "-" + seq,
                        header.ts() + millis),
                0,
                event.cause(),
                body);
    }

    private static Map<String, BigInteger> payments(Books books) {
        Map<String, BigInteger> paid = new TreeMap<>();
        books.transactions.stream()
                .filter(each -> each.reason() == TransferReason.PAYMENT)
                .flatMap(each -> each.postings().stream())
                .forEach(each -> paid.merge(
                        each.account() + " " + each.unit(), BigInteger.valueOf(each.amount()), BigInteger::add));
        return paid;
    }
}
