package io.stockmate.core.market;

import io.stockmate.core.message.BusinessReject;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.Refused;

/** Refuses commands other than orders, their replacements and their cancels. */
final class Rejections {
    private final Publisher publisher;

    Rejections(Publisher publisher) {
        this.publisher = publisher;
    }

    void reject(String account, CommandBody body, Refusal refusal) {
        publisher.publish(rejection(account, body, refusal));
    }

    static BusinessReject rejection(String account, CommandBody body, Refusal refusal) {
        String id = body instanceof Refused refused ? refused.id() : body.id();
        return new BusinessReject(account, body.type().wireName(), id, refusal.businessReason(), refusal.text());
    }
}
