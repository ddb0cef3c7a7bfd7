package io.stockmate.core.message;

import org.jspecify.annotations.Nullable;

/** What a command asks for. */
public sealed interface CommandBody extends Described
        permits NewOrder,
                ReplaceOrder,
                CancelOrder,
                MassCancel,
                MoveStock,
                ConfirmPayment,
                DefineInstrument,
                SetStockPolicy,
                SetAlertRule,
                SetTradingStatus,
                CalendarEvent,
                CorrectTrade,
                Tick,
                Refused {

    /** The command's type; of a refused command, the type that it was to be. */
    CommandType type();

    /** The producer's id of the command, or null for a type that has none. */
    default @Nullable String id() {
        return null;
    }
}
