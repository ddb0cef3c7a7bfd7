package io.stockmate.core.market;

import io.stockmate.core.message.BusinessRejectReason;
import io.stockmate.core.message.Command;

/** Which commands are taken from operators only. */
final class Authority {
    private Authority() {}

    static boolean suffices(MarketRules rules, Command command) {
        return switch (command.body().type()) {
            case DEFINE_INSTRUMENT, SET_TRADING_STATUS, CALENDAR_EVENT, CORRECT_TRADE ->
                rules.operators().contains(command.account());
            case NEW_ORDER,
                    REPLACE_ORDER,
                    CANCEL_ORDER,
                    MASS_CANCEL,
                    MOVE_STOCK,
                    CONFIRM_PAYMENT,
                    SET_STOCK_POLICY,
                    SET_ALERT_RULE,
                    TICK -> true;
        };
    }

    static Refusal refusal() {
        return Refusal.business(BusinessRejectReason.NOT_AUTHORIZED, "NOT_AUTHORIZED");
    }
}
