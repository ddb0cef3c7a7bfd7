package io.stockmate.connectors.billing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Usage as Stripe bills it (<a href="https://docs.stripe.com/api/billing/meter-event/create">meter events</a>).
 *
 * @param eventName of the meter: {@code orders}, {@code trades}, {@code volume}
 * @param identifier unique for at least 24 h: the same again within that time counts once
 * @param timestamp when it was used, whole seconds
 */
public record MeterEvent(String eventName, String stripeCustomerId, long value, String identifier, Instant timestamp) {
    /** The parameters of the request, as Stripe names them. */
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("event_name", eventName);
        parameters.put("payload", Map.of("stripe_customer_id", stripeCustomerId, "value", Long.toString(value)));
        parameters.put("identifier", identifier);
        parameters.put("timestamp", timestamp.getEpochSecond());
        return parameters;
    }
}
