package io.stockmate.core.ledger;

import io.stockmate.core.message.Decimal;
import java.io.Serializable;

/**
 * What a trade costs, in basis points (1/10,000) of the money traded. A negative rate is a rebate.
 *
 * @param makerBps of the side whose order rested
 * @param takerBps of the side whose order met it
 */
public record FeeRates(long makerBps, long takerBps) implements Serializable {
    public static final FeeRates NONE = new FeeRates(0, 0);

    private static final long BPS_MAX = 10_000;

    public FeeRates {
        if (Math.abs(makerBps) > BPS_MAX || Math.abs(takerBps) > BPS_MAX) {
            throw new IllegalArgumentException("fee rates of " + makerBps + " and " + takerBps
                    + " basis points; they lie within -" + BPS_MAX + " and " + BPS_MAX);
        }
    }

    /**
     * The fee on an amount of money, rounded once, to the nearest unit of 10⁻⁴, a half away from zero.
     *
     * @param money not negative
     */
    static long fee(long money, long bps) {
        long ofRest = money % Decimal.ONE * Math.abs(bps);
        long fee = money / Decimal.ONE * Math.abs(bps) + (ofRest + Decimal.ONE / 2) / Decimal.ONE;
        return bps < 0 ? -fee : fee;
    }
}
