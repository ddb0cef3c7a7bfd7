package io.stockmate.core.message;

/** What happened. */
public sealed interface EventBody extends Described
        permits ExecutionReport,
                OrderCancelReject,
                Trade,
                TradeCorrected,
                StockLevel,
                TopOfBook,
                Accepted,
                BusinessReject {
    EventType type();
}
