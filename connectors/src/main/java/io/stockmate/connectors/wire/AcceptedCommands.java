package io.stockmate.connectors.wire;

import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.Event;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The commands that {@link Accepted} events carry, for jobs that are configured by them. Has no state. */
public final class AcceptedCommands {
    private final CommandCodec codec = CommandCodec.ofAccepted();

    /**
     * The command that defines the instrument, sets a stock policy or an alert rule, or tells of the calendar.
     *
     * @return null for any other event
     * @throws IllegalArgumentException if the body is not what a market writes
     */
    public @Nullable Command configuration(Event event) {
        if (!(event.body() instanceof Accepted accepted)) {
            return null;
        }
        CommandType type = CommandType.ofWireName(accepted.kind());
        if (type == null) {
            return null;
        }
        return switch (type) {
            case DEFINE_INSTRUMENT, SET_STOCK_POLICY, SET_ALERT_RULE, CALENDAR_EVENT -> command(event, accepted);
            default -> null;
        };
    }

    /**
     * The command that confirms a payment.
     *
     * @return null for any other event
     * @throws IllegalArgumentException if the body is not what a market writes
     */
    public @Nullable Command payment(Event event) {
        return event.body() instanceof Accepted accepted
                        && CommandType.ofWireName(accepted.kind()) == CommandType.CONFIRM_PAYMENT
                ? command(event, accepted)
                : null;
    }

    /**
     * The command that the books want with an event: what {@link #configuration} or {@link #payment} gives.
     *
     * @return null for any other event
     * @throws IllegalArgumentException if the body is not what a market writes
     */
    public @Nullable Command booked(Event event) {
        Command configuration = configuration(event);
        return configuration == null ? payment(event) : configuration;
    }

    private Command command(Event event, Accepted accepted) {
        byte[] data = accepted.body().getBytes(StandardCharsets.UTF_8);
        Decoded decoded = codec.decode(new ArrivedRecord(event.cause(), event.symbol(), data));
        if (decoded instanceof Decoded.Understood understood) {
            return understood.command();
        }
        throw new IllegalArgumentException("event " + event.header().execId() + " accepts no readable "
                + accepted.kind() + ": " + accepted.body());
    }
}
