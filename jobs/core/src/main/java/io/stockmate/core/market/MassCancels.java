package io.stockmate.core.market;

import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.MassCancel;
import io.stockmate.core.message.Refused;
import java.util.List;

/** Cancels all working orders of an account, or those of one side, on its behalf. */
final class MassCancels {
    private final MarketState state;
    private final Requests requests;
    private final Rejections rejections;
    private final Lifecycle lifecycle;

    MassCancels(MarketState state, Requests requests, Rejections rejections, Lifecycle lifecycle) {
        this.state = state;
        this.requests = requests;
        this.rejections = rejections;
        this.lifecycle = lifecycle;
    }

    /** Accepts it with the number of cancels, which follow in order of entry: none is right, too. */
    void apply(Command command, MassCancel asked) {
        IdKey key = requests.key(IdKey.Kind.CL_ORD_ID, command.account(), asked.clOrdId());
        KnownId.Used earlier = requests.earlier(key);
        if (earlier != null) {
            rejections.reject(command.account(), asked, requests.repeat(earlier, asked));
            return;
        }
        requests.remember(key, asked, 0);
        List<Order> orders = state.orders.of(command.account(), asked.side());
        state.publisher.publish(new Accepted(asked.type().wireName(), JsonText.of(command, orders.size())));
        for (Order order : orders) {
            lifecycle.canceledByOwner(order, asked.clOrdId());
        }
    }

    /** Answers a mass cancel of which not all could be read. */
    void refuse(String account, String clOrdId, Refused refused) {
        IdKey key = requests.key(IdKey.Kind.CL_ORD_ID, account, clOrdId);
        KnownId.Used earlier = requests.earlier(key);
        if (earlier == null) {
            requests.remember(key, refused, 0);
        }
        rejections.reject(
                account,
                refused,
                earlier == null ? Refusal.invalid(refused.field()) : requests.repeat(earlier, refused));
    }
}
