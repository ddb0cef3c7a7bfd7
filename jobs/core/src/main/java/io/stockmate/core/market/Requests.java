package io.stockmate.core.market;

import io.stockmate.core.chain.CanonicalForm;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.Refused;
import org.jspecify.annotations.Nullable;

/** Recognises commands by their ids: what was seen before is not done again. */
final class Requests {
    private final MarketState state;
    private final CanonicalForm form = new CanonicalForm();

    Requests(MarketState state) {
        this.state = state;
    }

    IdKey key(IdKey.Kind kind, String account, String id) {
        return IdKey.of(form, kind, account, id);
    }

    /**
     * The earlier use of an id of an order or a request about orders; null where there was none, or its order ended so
     * long ago that it is forgotten.
     */
    KnownId.@Nullable Used earlier(IdKey key) {
        KnownId.Used used = state.ids.find(key);
        if (used == null || used.order() == 0) {
            return used;
        }
        boolean known = state.works(used.order()) || state.ids.hasEnded(used.order());
        return known ? used : null;
    }

    /** The earlier use of the id of a payment or a movement; null where there was none, or it is forgotten. */
    KnownId.@Nullable Used earlierBooked(IdKey key) {
        KnownId.Used used = state.bookedIds.find(key);
        // Earlier versions had them among the others.
        return used == null ? earlier(key) : used;
    }

    /** Remembers an id; {@code order} is the entry of the order that it names, else 0. */
    void remember(IdKey key, CommandBody body, long order) {
        state.ids.add(new KnownId.Used(key, contentHash(body), order), state.publisher.ts());
    }

    /** Remembers the id of a payment or a movement. */
    void rememberBooked(IdKey key, CommandBody body) {
        state.bookedIds.add(new KnownId.Used(key, contentHash(body), 0), state.publisher.ts());
    }

    boolean isEqual(KnownId.Used earlier, CommandBody body) {
        return earlier.contentHash() == contentHash(body);
    }

    /** Whether a repeated command other than an order's says the same or something else. */
    Refusal repeat(KnownId.Used earlier, CommandBody body) {
        return isEqual(earlier, body) ? Refusal.duplicate() : Refusal.idReused();
    }

    /** Over what the command says: transactTime and unknown fields are no part of a body. */
    long contentHash(CommandBody body) {
        if (body instanceof Refused refused) {
            return refused.contentHash();
        }
        form.clear();
        form.text("type", body.type().wireName());
        body.write(form);
        return form.hash(0);
    }
}
