package io.stockmate.core.market;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.BusinessRejectReason;
import io.stockmate.core.message.CalendarEvent;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.ConfirmPayment;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.Refused;
import io.stockmate.core.message.SetAlertRule;
import io.stockmate.core.message.SetStockPolicy;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Commands that change no order: configuration, calendar, payments and ticks. What is taken is told as Accepted. */
final class Settings {
    private static final int YEAR_MAX = 9999;

    private final MarketState state;
    private final Requests requests;
    private final Rejections rejections;

    Settings(MarketState state, Requests requests, Rejections rejections) {
        this.state = state;
        this.requests = requests;
        this.rejections = rejections;
    }

    void accept(Command command) {
        state.publisher.publish(new Accepted(command.body().type().wireName(), JsonText.of(command)));
    }

    private void answer(Command command, @Nullable Refusal refusal) {
        if (refusal == null) {
            accept(command);
        } else {
            rejections.reject(command.account(), command.body(), refusal);
        }
    }

    void define(Command command, DefineInstrument asked) {
        Refusal refusal = InstrumentChecks.check(asked);
        if (refusal == null && state.orders.size() > 0 && InstrumentChecks.changesBook(state.instrument, asked)) {
            refusal = Refusal.business(BusinessRejectReason.CONFLICT, "ORDERS_REST");
        }
        if (refusal == null && state.hasTraded() && !asked.currency().equals(state.instrument.currency())) {
            refusal = Refusal.business(BusinessRejectReason.CONFLICT, "CURRENCY_TRADED");
        }
        if (refusal == null) {
            state.instrument = asked;
        }
        answer(command, refusal);
    }

    void setStockPolicy(Command command, SetStockPolicy asked) {
        answer(command, PolicyChecks.check(asked));
    }

    void setAlertRule(Command command, SetAlertRule asked) {
        answer(command, PolicyChecks.check(asked));
    }

    void announce(Command command, CalendarEvent asked) {
        answer(command, isDate(asked.date()) ? null : Refusal.invalid("date"));
    }

    private static boolean isDate(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return date.getYear() > 0 && date.getYear() <= YEAR_MAX;
        } catch (DateTimeParseException wrong) {
            return false;
        }
    }

    void confirm(Command command, ConfirmPayment asked) {
        IdKey key = requests.key(IdKey.Kind.PAYMENT_ID, command.account(), asked.paymentId());
        KnownId.Used earlier = requests.earlierBooked(key);
        if (earlier != null) {
            rejections.reject(command.account(), asked, requests.repeat(earlier, asked));
            return;
        }
        requests.rememberBooked(key, asked);
        long entry = OrderIds.entry(state.publisher.symbol(), asked.orderId());
        if (asked.amount() <= 0 || Absent.is(asked.amount())) {
            answer(command, Refusal.invalid("amount"));
        } else if (asked.amount() >= Limits.MONEY) {
            answer(command, Refusal.exceeds("moneyLimit"));
        } else {
            answer(command, mayPay(command.account(), entry) ? null : Refusal.unknownOrder("UNKNOWN_ORDER"));
        }
    }

    /** Of an order that is forgotten nobody knows whose it was: its payment is taken from anyone. */
    private boolean mayPay(String account, long entry) {
        if (entry <= 0 || entry >= state.publisher.commandSeq()) {
            return false;
        }
        Order order = state.known(entry);
        return order == null || (!order.isSell() && order.account.equals(account));
    }

    /** Answers a payment of which not all could be read. */
    void refusePayment(Command command, String paymentId, Refused refused) {
        IdKey key = requests.key(IdKey.Kind.PAYMENT_ID, command.account(), paymentId);
        KnownId.Used earlier = requests.earlierBooked(key);
        if (earlier == null) {
            requests.rememberBooked(key, refused);
        }
        answer(command, earlier == null ? Refusal.invalid(refused.field()) : requests.repeat(earlier, refused));
    }
}
