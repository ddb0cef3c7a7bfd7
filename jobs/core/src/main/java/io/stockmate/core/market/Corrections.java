package io.stockmate.core.market;

import static io.stockmate.core.message.Absent.is;

import io.stockmate.core.message.BusinessRejectReason;
import io.stockmate.core.message.CorrectTrade;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.Refused;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TradeCorrected;
import org.jspecify.annotations.Nullable;

/**
 * Busts and corrects trades: once each, while they are correctable. Money and goods are undone; the book is not
 * touched, and an order that has ended stays ended. A command that is refused leaves nothing behind, so that another
 * one can do it right.
 */
final class Corrections {
    private final MarketState state;
    private final Requests requests;
    private final OrderChecks checks;
    private final Rejections rejections;

    Corrections(MarketState state, Requests requests, OrderChecks checks, Rejections rejections) {
        this.state = state;
        this.requests = requests;
        this.checks = checks;
        this.rejections = rejections;
    }

    /** Both orders of a trade and what is to become of it. */
    private record Correction(
            KeptTrade trade, TradedOrder resting, TradedOrder incoming, long newPrice, long newQty, String tradeId) {
        Order buy() {
            return trade.incomingSide() == Side.BUY ? incoming.order() : resting.order();
        }

        Order sell() {
            return trade.incomingSide() == Side.BUY ? resting.order() : incoming.order();
        }

        long less() {
            return trade.qty() - newQty;
        }
    }

    void apply(String account, CorrectTrade asked) {
        KeptTrade trade = find(asked.tradeId());
        if (trade == null) {
            rejections.reject(account, asked, Refusal.unknownTrade());
        } else if (trade.correction() != null) {
            rejections.reject(account, asked, repeat(trade.correction(), requests.contentHash(asked)));
        } else {
            Correction correction = correction(trade, asked);
            Refusal refusal = check(asked, correction);
            if (refusal != null) {
                rejections.reject(account, asked, refusal);
            } else {
                state.keptTrades.corrected(trade.correctedBy(requests.contentHash(asked)));
                correct(correction, asked.reason());
            }
        }
    }

    /** Answers a correction of which not all could be read; {@code tradeId} is empty where it could not. */
    void refuse(String account, String tradeId, Refused refused) {
        KeptTrade trade = find(tradeId);
        Refusal refusal;
        if (tradeId.isEmpty()) {
            refusal = Refusal.invalid(refused.field());
        } else if (trade == null) {
            refusal = Refusal.unknownTrade();
        } else if (trade.correction() != null) {
            refusal = repeat(trade.correction(), refused.contentHash());
        } else {
            refusal = Refusal.invalid(refused.field());
        }
        rejections.reject(account, refused, refusal);
    }

    private @Nullable KeptTrade find(String tradeId) {
        long number = OrderIds.trade(state.publisher.symbol(), tradeId);
        return number == 0 ? null : state.keptTrades.find(number, state.publisher.ts());
    }

    private static Refusal repeat(long earlier, long now) {
        return earlier == now ? Refusal.duplicate() : Refusal.idReused();
    }

    private Correction correction(KeptTrade trade, CorrectTrade asked) {
        boolean bust = is(asked.price()) && is(asked.qty());
        return new Correction(
                trade,
                order(trade.resting()),
                order(trade.incoming()),
                is(asked.price()) ? trade.price() : asked.price(),
                bust ? 0 : is(asked.qty()) ? trade.qty() : asked.qty(),
                asked.tradeId());
    }

    private TradedOrder order(long entry) {
        Order working = state.orders.find(entry);
        if (working != null) {
            return new TradedOrder(working, null);
        }
        EndedOrder ended = state.keptTrades.ended(entry);
        if (ended == null) {
            throw new IllegalStateException("a trade of order " + entry + " is kept and the order is not");
        }
        return new TradedOrder(ended.order(), ended.ordStatus());
    }

    private @Nullable Refusal check(CorrectTrade asked, Correction correction) {
        KeptTrade trade = correction.trade();
        if (!is(asked.price()) && !checks.priceFits(asked.price())) {
            return Refusal.invalid("price");
        }
        if (!is(asked.qty()) && (!checks.quantityFits(asked.qty()) || asked.qty() > trade.qty())) {
            return Refusal.invalid("qty");
        }
        if (correction.newPrice() == trade.price() && correction.newQty() == trade.qty()) {
            return Refusal.business(BusinessRejectReason.CONFLICT, "NOTHING_TO_CORRECT");
        }
        if (correction.newPrice() >= Limits.PRICE) {
            return Refusal.exceeds("priceLimit");
        }
        if (!moneyFits(correction.resting().order(), correction)
                || !moneyFits(correction.incoming().order(), correction)) {
            return Refusal.exceeds("moneyLimit");
        }
        return movesStock(correction) && !stockFits(correction) ? Refusal.exceeds("stockLimit") : null;
    }

    /** Whether what the order has traded then, and what it can still trade, stays within what can be counted. */
    private static boolean moneyFits(Order order, Correction correction) {
        KeptTrade trade = correction.trade();
        long others = order.notional - trade.price() * trade.qty();
        long price = correction.newPrice();
        return Limits.moneyFits(others, price, correction.newQty())
                && (is(order.price)
                        || Limits.moneyFits(others + price * correction.newQty(), order.price, order.leavesQty));
    }

    private boolean movesStock(Correction correction) {
        return correction.less() > 0 && correction.trade().goods() != GoodsMoved.NONE && state.instrument.tracksStock();
    }

    private boolean stockFits(Correction correction) {
        return state.stock.owned(correction.sell().account) + correction.less() < Limits.STOCK
                && state.stock.available(correction.buy().account) - correction.less() > -Limits.STOCK;
    }

    private void correct(Correction correction, String reason) {
        KeptTrade trade = correction.trade();
        state.publisher.publish(new TradeCorrected(
                correction.tradeId(),
                correction.buy().account,
                correction.sell().account,
                trade.price(),
                trade.qty(),
                correction.newPrice(),
                correction.newQty(),
                reason));
        correct(correction.resting(), correction, trade.seq() + 1);
        correct(correction.incoming(), correction, trade.seq() + 2);
        if (movesStock(correction)) {
            undoStock(correction);
        }
    }

    private void correct(TradedOrder traded, Correction correction, long reportSeq) {
        KeptTrade trade = correction.trade();
        traded.order().correct(trade.price(), trade.qty(), correction.newPrice(), correction.newQty());
        boolean bust = correction.newQty() == 0;
        state.reports.corrected(
                traded.order(),
                bust ? ExecType.TRADE_CANCEL : ExecType.TRADE_CORRECT,
                traded.ordStatus(),
                bust ? 0 : correction.newPrice(),
                correction.newQty(),
                reportSeq);
        if (traded.end() == null) {
            state.orders.changed(traded.order());
        } else {
            state.correctEnded(traded.order(), traded.end());
        }
    }

    private void undoStock(Correction correction) {
        state.stock.returned(correction.sell().account, correction.less(), correction.tradeId());
        if (correction.trade().goods() == GoodsMoved.ON_ORDER) {
            state.stock.takenBack(
                    correction.buy().account, correction.buy().entry, correction.less(), correction.tradeId());
        } else {
            state.stock.takenOffHand(correction.buy().account, correction.less(), correction.tradeId());
        }
    }
}
