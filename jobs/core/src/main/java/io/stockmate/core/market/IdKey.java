package io.stockmate.core.market;

import io.stockmate.core.chain.CanonicalForm;

/**
 * 128 bits that stand for a producer's id: of account, kind of id and id. Two ids share them by no chance that counts.
 */
record IdKey(long high, long low) {
    private static final long SEED_HIGH = 1;
    private static final long SEED_LOW = 2;

    /** The kinds of ids, each unique on its own per account and symbol. */
    enum Kind {
        CL_ORD_ID,
        MOVE_ID,
        PAYMENT_ID
    }

    /** @param form is used for it */
    static IdKey of(CanonicalForm form, Kind kind, String account, String id) {
        form.clear();
        form.code("kind", kind);
        form.text("account", account);
        form.text("id", id);
        return new IdKey(form.hash(SEED_HIGH), form.hash(SEED_LOW));
    }
}
