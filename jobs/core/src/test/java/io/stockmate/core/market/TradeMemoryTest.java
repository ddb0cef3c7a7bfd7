package io.stockmate.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.state.HeapPieces;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TradeMemoryTest {
    private static final long HOUR_MS = 3_600_000L;
    private static final long START = TestMarket.MORNING;
    private static final long TRADES_EACH = 10;

    private final Map<String, byte[]> archived = new TreeMap<>();
    private final Map<String, byte[]> pieces = new TreeMap<>();

    /** The judge keeps every trade and order for ever, and looks at the clock. */
    @Property(tries = 100)
    void knowsWhatAMapKnows(@ForAll long seed, @ForAll @LongRange(min = 1, max = 30 * HOUR_MS) long correctableMs) {
        archived.clear();
        pieces.clear();
        Random random = new Random(seed);
        TradeMemory memory = memory(correctableMs);
        Map<Long, KeptTrade> trades = new HashMap<>();
        Map<Long, OrdStatus> ends = new HashMap<>();
        long ts = START;
        for (long number = 1; number <= 300; number++) {
            ts += random.nextInt(40) == 0
                    ? random.nextLong(2 * correctableMs)
                    : random.nextLong(correctableMs / 20 + 2);
            KeptTrade trade = trade(number, ts);
            memory.add(trade);
            trades.put(number, trade);
            if (number % TRADES_EACH == TRADES_EACH - 1 && random.nextInt(5) > 0) {
                OrdStatus end = random.nextBoolean() ? OrdStatus.FILLED : OrdStatus.CANCELED;
                memory.ended(new EndedOrder(order(trade.resting()), end), ts, number + 1);
                ends.put(trade.resting(), end);
            }
            if (random.nextInt(9) == 0) {
                memory = restored(memory, correctableMs);
            }
            requireSame(memory, correctableMs, trades, ends, 1 + random.nextLong(number + 1), ts);
        }
    }

    private static void requireSame(
            TradeMemory memory,
            long correctableMs,
            Map<Long, KeptTrade> trades,
            Map<Long, OrdStatus> ends,
            long number,
            long ts) {
        KeptTrade judged = trades.get(number);
        KeptTrade expected = judged == null || ts - judged.ts() >= correctableMs ? null : judged;
        assertThat(memory.find(number, ts)).isEqualTo(expected);
        if (expected != null) {
            EndedOrder ended = memory.ended(expected.resting());
            assertThat(ended == null ? null : ended.ordStatus()).isEqualTo(ends.get(expected.resting()));
        }
    }

    @Test
    void holdsNoMoreThanTwoSlices() {
        TradeMemory memory = memory(HOUR_MS);
        for (long number = 1; number <= 1_000; number++) {
            memory.add(trade(number, START + number * HOUR_MS / 10));
            memory = number % 7 == 0 ? restored(memory, HOUR_MS) : memory;
        }

        assertThat(archived.keySet().stream().map(piece -> piece.split("/")[1]).distinct())
                .hasSize(2);
        assertThat(archived).hasSizeLessThan(5);
    }

    private TradeMemory memory(long correctableMs) {
        return new TradeMemory(TestMarket.SYMBOL, correctableMs, new HeapPieces(archived));
    }

    private TradeMemory restored(TradeMemory memory, long correctableMs) {
        memory.writeChanges(new PieceSink() {
            @Override
            public void put(String piece, byte[] bytes) {
                pieces.put(piece, bytes);
            }

            @Override
            public void remove(String piece) {
                pieces.remove(piece);
            }
        });
        TradeMemory restored = memory(correctableMs);
        pieces.forEach(restored::load);
        return restored;
    }

    /** Ten trades share the order that rests; if it ends, it does with the last of them. */
    private static KeptTrade trade(long number, long ts) {
        return new KeptTrade(
                number,
                7 * number,
                ts,
                100,
                1,
                1 + number / TRADES_EACH,
                1_000 + number,
                Side.BUY,
                GoodsMoved.NONE,
                null);
    }

    private static Order order(long entry) {
        return new Order(
                entry,
                "ANN",
                Side.SELL,
                OrdType.LIMIT,
                TimeInForce.GTC,
                false,
                SelfTradePrevention.CANCEL_NEW,
                0,
                null,
                "o-" + entry,
                10,
                100,
                TestMarket.NONE);
    }
}
