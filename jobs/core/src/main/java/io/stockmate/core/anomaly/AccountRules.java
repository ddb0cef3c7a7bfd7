package io.stockmate.core.anomaly;

import java.io.IOException;

/** The rules about one account in a symbol. */
final class AccountRules extends RuleSet {
    private static final int FORMAT = 1;

    AccountRules() {
        this(new Deliveries());
    }

    private AccountRules(Deliveries deliveries) {
        super(
                new FatFinger(),
                new NegativeStock(),
                new BelowSafetyStock(),
                new Overstock(),
                new OverDelivery(deliveries),
                new LateReceipt(deliveries),
                new ProjectedStockout(deliveries),
                new DuplicateReceipt(),
                new StockDiscrepancy(),
                new Layering(),
                new QuoteStuffing(),
                new MomentumIgnition());
    }

    static AccountRules of(byte[] bytes) throws IOException {
        AccountRules rules = new AccountRules();
        rules.read(new StateIn(bytes, FORMAT));
        return rules;
    }

    byte[] toBytes() throws IOException {
        StateOut out = new StateOut(FORMAT);
        write(out);
        return out.toBytes();
    }
}
