package io.stockmate.benchmarks.ledger;

import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Trade;
import io.stockmate.core.message.TradeCorrected;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/**
 * What maker and taker pay for the trades of one symbol, in decimals: price times quantity times basis points / 10,000,
 * rounded once to four decimals, half up by amount, also where it is a rebate. A corrected trade is charged anew, for
 * the same maker and taker.
 */
final class ChargedFees {
    private static final int SCALE = 4;

    private final BigDecimal makerBps;
    private final BigDecimal takerBps;
    private final Map<String, Side> aggressors = new HashMap<>();

    ChargedFees(DefineInstrument instrument) {
        makerBps = BigDecimal.valueOf(instrument.makerFeeBps());
        takerBps = BigDecimal.valueOf(instrument.takerFeeBps());
    }

    /** Minor units of one trade. */
    record Fees(long buyers, long sellers) {
        static final Fees NONE = new Fees(0, 0);

        long sum() {
            return buyers + sellers;
        }

        /** How many are charged at all. */
        int count() {
            return (buyers == 0 ? 0 : 1) + (sellers == 0 ? 0 : 1);
        }
    }

    Fees of(Trade trade) {
        aggressors.put(trade.tradeId(), trade.aggressorSide());
        return of(trade.aggressorSide(), trade.price(), trade.qty());
    }

    /** Those that go back. */
    Fees before(TradeCorrected corrected) {
        return of(aggressor(corrected), corrected.oldPrice(), corrected.oldQty());
    }

    /** Those of what the trade should have been. */
    Fees after(TradeCorrected corrected) {
        return corrected.newQty() == 0 ? Fees.NONE : of(aggressor(corrected), corrected.newPrice(), corrected.newQty());
    }

    private Side aggressor(TradeCorrected corrected) {
        Side side = aggressors.get(corrected.tradeId());
        if (side == null) {
            throw new IllegalStateException("corrected before it was traded: " + corrected.tradeId());
        }
        return side;
    }

    private Fees of(Side aggressor, long price, long qty) {
        BigDecimal money = BigDecimal.valueOf(price, SCALE).multiply(BigDecimal.valueOf(qty));
        long maker = minorUnits(money.multiply(makerBps));
        long taker = minorUnits(money.multiply(takerBps));
        return aggressor == Side.BUY ? new Fees(taker, maker) : new Fees(maker, taker);
    }

    private static long minorUnits(BigDecimal inBasisPoints) {
        return inBasisPoints
                .movePointLeft(SCALE)
                .setScale(SCALE, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
    }
}
