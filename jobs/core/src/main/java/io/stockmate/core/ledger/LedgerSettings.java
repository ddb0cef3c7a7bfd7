package io.stockmate.core.ledger;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the rules of the books are told.
 *
 * @param correctableMs how long a trade can be corrected, in book time; not less than the market's
 * @param fees of accounts that have rates of their own, whatever the instrument's
 */
public record LedgerSettings(long correctableMs, SortedMap<String, FeeRates> fees) implements Serializable {
    public LedgerSettings {
        fees = Collections.unmodifiableSortedMap(new TreeMap<>(fees));
    }

    /** Rates are the instruments' for all accounts. */
    public static LedgerSettings of(long correctableMs) {
        return new LedgerSettings(correctableMs, new TreeMap<>());
    }

    FeeRates rates(String account, FeeRates ofInstrument) {
        return fees.getOrDefault(account, ofInstrument);
    }
}
