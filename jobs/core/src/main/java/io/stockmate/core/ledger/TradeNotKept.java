package io.stockmate.core.ledger;

/** A trade is corrected that the books no longer keep: they and the market differ in {@code correctable}. */
public final class TradeNotKept extends IllegalStateException {
    private static final long serialVersionUID = 1;

    TradeNotKept(String execId, String tradeId) {
        super("event " + execId + " corrects trade " + tradeId
                + ", which the books no longer keep: set correctable to what the market has and start them anew");
    }
}
