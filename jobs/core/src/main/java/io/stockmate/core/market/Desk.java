package io.stockmate.core.market;

import io.stockmate.core.message.CalendarEvent;
import io.stockmate.core.message.CancelOrder;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.ConfirmPayment;
import io.stockmate.core.message.CorrectTrade;
import io.stockmate.core.message.CxlRejResponseTo;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.MassCancel;
import io.stockmate.core.message.MoveStock;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.Refused;
import io.stockmate.core.message.ReplaceOrder;
import io.stockmate.core.message.SetAlertRule;
import io.stockmate.core.message.SetStockPolicy;
import io.stockmate.core.message.SetTradingStatus;

/**
 * Takes the commands of a known market, one after another: expiries first, then the command, the stops that it
 * triggers, and the top of book.
 */
final class Desk {
    private final MarketState state;
    private final Rejections rejections;
    private final Lifecycle lifecycle;
    private final OrderEntry orderEntry;
    private final OrderChanges orderChanges;
    private final StockMovements stockMovements;
    private final Settings settings;
    private final Corrections corrections;
    private final MassCancels massCancels;
    private final TradingStatuses tradingStatuses;
    private final StopTriggers stopTriggers;

    Desk(MarketState state) {
        this.state = state;
        Requests requests = new Requests(state);
        this.rejections = new Rejections(state.publisher);
        this.lifecycle = new Lifecycle(state);
        Matching matching = new Matching(state, lifecycle);
        OrderChecks checks = new OrderChecks(state, matching);
        Admission admission = new Admission(state, lifecycle, matching);
        this.orderEntry = new OrderEntry(state, requests, checks, lifecycle, admission);
        this.orderChanges = new OrderChanges(state, requests, checks, lifecycle, admission, matching);
        this.tradingStatuses = new TradingStatuses(state, checks, lifecycle, matching);
        this.stopTriggers = new StopTriggers(state, checks, lifecycle, admission);
        this.stockMovements = new StockMovements(state, requests, rejections);
        this.settings = new Settings(state, requests, rejections);
        this.massCancels = new MassCancels(state, requests, rejections, lifecycle);
        this.corrections = new Corrections(state, requests, checks, rejections);
    }

    void apply(Command command, Cause cause, boolean authorized, EventSink sink) {
        state.publisher.begin(cause, sink);
        state.ids.forget(state.publisher.ts(), state::works);
        state.bookedIds.forget(state.publisher.ts(), order -> false);
        lifecycle.expireDue();
        if (authorized) {
            dispatch(command);
        } else {
            rejections.reject(command.account(), command.body(), Authority.refusal());
        }
        stopTriggers.trigger();
        state.publishTop();
        state.publisher.end();
    }

    private void dispatch(Command command) {
        String account = command.account();
        CommandBody body = command.body();
        if (body instanceof NewOrder order) {
            orderEntry.apply(account, order);
        } else if (body instanceof CancelOrder cancel) {
            orderChanges.cancel(account, cancel);
        } else if (body instanceof ReplaceOrder replace) {
            orderChanges.replace(account, replace);
        } else if (body instanceof MoveStock movement) {
            stockMovements.apply(account, movement);
        } else if (body instanceof Refused refused) {
            refuse(command, refused);
        } else {
            configure(command);
        }
    }

    private void configure(Command command) {
        switch (command.body().type()) {
            case DEFINE_INSTRUMENT -> settings.define(command, (DefineInstrument) command.body());
            case SET_STOCK_POLICY -> settings.setStockPolicy(command, (SetStockPolicy) command.body());
            case SET_ALERT_RULE -> settings.setAlertRule(command, (SetAlertRule) command.body());
            case CALENDAR_EVENT -> settings.announce(command, (CalendarEvent) command.body());
            case CONFIRM_PAYMENT -> settings.confirm(command, (ConfirmPayment) command.body());
            case TICK -> settings.accept(command);
            case CORRECT_TRADE -> corrections.apply(command.account(), (CorrectTrade) command.body());
            case MASS_CANCEL -> massCancels.apply(command, (MassCancel) command.body());
            case SET_TRADING_STATUS -> tradingStatuses.set(command, (SetTradingStatus) command.body());
            case NEW_ORDER, REPLACE_ORDER, CANCEL_ORDER, MOVE_STOCK ->
                throw new IllegalStateException(command.body().type() + " configures nothing");
        }
    }

    private void refuse(Command command, Refused refused) {
        String account = command.account();
        String id = refused.id() == null ? "" : refused.id();
        switch (refused.refType()) {
            case NEW_ORDER -> orderEntry.refuse(account, id, refused);
            case CANCEL_ORDER -> orderChanges.refuse(account, id, refused, CxlRejResponseTo.ORDER_CANCEL_REQUEST);
            case REPLACE_ORDER ->
                orderChanges.refuse(account, id, refused, CxlRejResponseTo.ORDER_CANCEL_REPLACE_REQUEST);
            case MOVE_STOCK -> stockMovements.refuse(account, id, refused);
            case CONFIRM_PAYMENT -> settings.refusePayment(command, id, refused);
            case CORRECT_TRADE -> corrections.refuse(account, id, refused);
            case MASS_CANCEL -> massCancels.refuse(account, id, refused);
            case DEFINE_INSTRUMENT, SET_TRADING_STATUS, SET_STOCK_POLICY, SET_ALERT_RULE, CALENDAR_EVENT, TICK ->
                rejections.reject(account, refused, Refusal.invalid(refused.field()));
        }
    }
}
