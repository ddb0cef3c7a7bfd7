package io.stockmate.connectors.projection;

import io.stockmate.connectors.wire.AcceptedCommands;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.ConfirmPayment;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Event;
import io.stockmate.core.projection.BookTop;
import io.stockmate.core.projection.Instrument;
import io.stockmate.core.projection.IssueSummary;
import io.stockmate.core.projection.OrderStatus;
import io.stockmate.core.projection.Payment;
import io.stockmate.core.projection.StockHeld;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All tables of the schema {@code view}. */
public final class Projections {
    private static final List<String> BY_SYMBOL = List.of("symbol");

    private Projections() {}

    public static Projection<Event> orderStatus() {
        return Projection.latest("order_status", List.of("order_id"), OrderStatus::read, OrderStatus::of);
    }

    public static Projection<Event> stockLevel() {
        return Projection.latest("stock_level", List.of("symbol", "account"), StockHeld::read, StockHeld::of);
    }

    public static Projection<Event> topOfBook() {
        return Projection.latest("top_of_book", BY_SYMBOL, BookTop::read, BookTop::of);
    }

    public static Projection<Event> instrument() {
        return Projection.latest("instrument", BY_SYMBOL, Instrument::read, Projections::definition);
    }

    public static Projection<Event> payment() {
        return Projection.latest(
                "payment", List.of("symbol", "account", "payment_id"), Payment::read, Projections::confirmation);
    }

    public static Projection<Alert> issueSummary() {
        return Projection.merged(
                "issue_summary",
                List.of("alert_id"),
                List.of("raised_at", "cleared_at"),
                IssueSummary::read,
                IssueSummary::of);
    }

    /** Those made of events; an event makes a row in at most one. */
    public static List<Projection<Event>> ofEvents() {
        return List.of(orderStatus(), stockLevel(), topOfBook(), instrument(), payment());
    }

    private static @Nullable Instrument definition(Event event) {
        Command command = new AcceptedCommands().configuration(event);
        return command != null && command.body() instanceof DefineInstrument defined
                ? Instrument.of(event.header(), defined)
                : null;
    }

    private static @Nullable Payment confirmation(Event event) {
        Command command = new AcceptedCommands().payment(event);
        return command != null && command.body() instanceof ConfirmPayment confirmed
                ? Payment.of(event.header(), command.account(), confirmed)
                : null;
    }
}
