package io.stockmate.core.market;

import static io.stockmate.core.market.RandomSession.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.TopOfBook;
import io.stockmate.core.message.Trade;
import io.stockmate.core.message.TradeCorrected;
import io.stockmate.core.reference.NaiveBook;
import io.stockmate.core.view.EventBook;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of every session. */
class MarketPropertyTest {
    @Property(tries = 60)
    void naiveBookGivesTheSameEvents(@ForAll long seed) {
        assertThat(run(seed, new TestMarket(NaiveBook::new), 0)).isEqualTo(run(seed, new TestMarket(), 0));
    }

    @Property(tries = 60)
    void everyOrderEndsOnceAndItsQuantitiesAddUp(@ForAll long seed) {
        Set<String> ended = new HashSet<>();
        Map<String, Long> filled = new HashMap<>();
        Map<String, Trade> trades = new HashMap<>();
        for (Event event : run(seed, new TestMarket(), 0)) {
            if (event.body() instanceof TradeCorrected corrected) {
                Trade trade = trades.remove(corrected.tradeId());
                assertThat(trade.qty()).isEqualTo(corrected.oldQty());
                filled.merge(trade.buyOrderId(), corrected.newQty() - trade.qty(), Long::sum);
                filled.merge(trade.sellOrderId(), corrected.newQty() - trade.qty(), Long::sum);
            } else if (event.body() instanceof Trade trade) {
                trades.put(trade.tradeId(), trade);
                filled.merge(trade.buyOrderId(), trade.qty(), Long::sum);
                filled.merge(trade.sellOrderId(), trade.qty(), Long::sum);
            } else if (event.body() instanceof ExecutionReport report) {
                check(report, ended, filled);
            }
        }
    }

    private static void check(ExecutionReport report, Set<String> ended, Map<String, Long> filled) {
        switch (report.execType()) {
            case ORDER_STATUS, REJECTED -> assertThat(report.lastQty()).isZero();
            case TRADE_CANCEL, TRADE_CORRECT -> {
                assertThat(report.cumQty()).isEqualTo(filled.get(report.orderId()));
                assertThat(report.ordStatus().isTerminal()).isEqualTo(ended.contains(report.orderId()));
            }
            default -> {
                assertThat(ended).doesNotContain(report.orderId());
                assertThat(report.cumQty()).isEqualTo(filled.getOrDefault(report.orderId(), 0L));
                if (report.ordStatus().isTerminal()) {
                    ended.add(report.orderId());
                    assertThat(report.leavesQty()).isZero();
                    assertThat(report.ordStatus() == OrdStatus.FILLED || report.text() != null)
                            .as("a reason: %s", report)
                            .isTrue();
                } else {
                    assertThat(report.cumQty() + report.leavesQty()).isEqualTo(report.orderQty());
                }
            }
        }
    }

    @Property(tries = 60)
    void bookIsNotCrossedWhileTradingIsOpen(@ForAll long seed) {
        boolean open = true;
        for (Event event : run(seed, new TestMarket(), 0)) {
            if (event.body() instanceof Accepted accepted && accepted.kind().equals("SetTradingStatus")) {
                open = accepted.body().contains("OPEN");
            } else if (open && event.body() instanceof TopOfBook top && !Absent.is(top.askPx())) {
                assertThat(top.bidPx()).isLessThan(top.askPx());
            }
        }
    }

    /** Between two commands, whatever was halted, triggered or corrected. */
    @Property(tries = 60)
    void readersOfTheEventsHaveTheSameBook(@ForAll long seed) {
        TestMarket market = new TestMarket();
        EventBook view = new EventBook();
        int[] seen = {0};
        run(seed, market, 0, () -> {
            for (Event event : market.events.subList(seen[0], market.events.size())) {
                view.accept(event);
            }
            seen[0] = market.events.size();
            for (Side side : Side.values()) {
                assertThat(MarketPicture.levels(view, side)).isEqualTo(MarketPicture.levels(market.book(), side));
                assertThat(view.head(side)).isEqualTo(MarketPicture.head(market.book(), side));
            }
        });
    }

    /** What is on hand or on its way changes by movements alone; trades hand it on, and corrections back. */
    @Property(tries = 60)
    void goodsAreConserved(@ForAll long seed) {
        Map<String, StockLevel> levels = new HashMap<>();
        long moved = 0;
        for (Event event : run(seed, new TestMarket(), 0)) {
            if (event.body() instanceof StockLevel level) {
                StockLevel before = levels.put(level.account(), level);
                long onOrderBefore = before == null ? 0 : before.onOrder();
                if (level.reason() == StockReason.RECEIPT) {
                    moved += level.delta() + level.onOrder() - onOrderBefore;
                } else if (level.reason() == StockReason.ISSUE || level.reason() == StockReason.COUNT) {
                    moved += level.delta();
                }
                assertThat(level.available()).isEqualTo(level.onHand() - level.allocated());
                assertThat(level.allocated()).isNotNegative();
                assertThat(level.onOrder()).isNotNegative();
            }
        }
        long owned = levels.values().stream()
                .mapToLong(level -> level.onHand() + level.onOrder())
                .sum();
        assertThat(owned).isEqualTo(moved);
    }
}
