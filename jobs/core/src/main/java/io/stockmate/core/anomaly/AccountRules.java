package io.stockmate.core.anomaly;

import java.io.IOException;

/** The rules about one account in a symbol. */
final class AccountRules extends RuleSet {
    private static final int FORMAT = 1;

    AccountRules(AnomalySettings settings) {
        this(settings, new Deliveries());
    }

    private AccountRules(AnomalySettings settings, Deliveries deliveries) {
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
                new MomentumIgnition(),
                new UnusualMovement(settings));
    }

    static AccountRules of(AnomalySettings settings, byte[] bytes) throws IOException {
        AccountRules rules = new AccountRules(settings);
        rules.read(new StateIn(bytes, FORMAT));
        return rules;
    }

    byte[] toBytes() throws IOException {
        StateOut out = new StateOut(FORMAT);
        write(out);
        return out.toBytes();
    }
}
