package io.stockmate.local.explain;

import io.stockmate.core.message.AlertKind;

/** What is drawn around an alert. */
enum SeriesKind {
    PRICE("price of each trade"),
    QUANTITY("pieces traded, by bucket of time"),
    MESSAGES("reports of orders, by bucket of time"),
    SPREAD("best ask less best bid"),
    AVAILABLE("pieces that can be taken"),
    ON_HAND("pieces on hand"),
    ON_ORDER("pieces on order");

    private final String title;

    SeriesKind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Whether values of one bucket of time are added up. */
    boolean isSummed() {
        return this == QUANTITY || this == MESSAGES;
    }

    static SeriesKind of(AlertKind kind) {
        return switch (kind) {
            case PRICE_CHANGE,
                    PRICE_OUTSIDE_BANDS,
                    FAT_FINGER,
                    WASH_TRADE,
                    LAYERING,
                    MARKING_THE_CLOSE,
                    MOMENTUM_IGNITION,
                    UNUSUAL_RETURN -> PRICE;
            case DEMAND_SPIKE, UNUSUAL_VOLUME -> QUANTITY;
            case QUOTE_STUFFING, UNUSUAL_ORDER_RATE -> MESSAGES;
            case UNUSUAL_SPREAD -> SPREAD;
            case NEGATIVE_STOCK -> AVAILABLE;
            case LATE_RECEIPT -> ON_ORDER;
            case BELOW_SAFETY_STOCK,
                    PROJECTED_STOCKOUT,
                    OVERSTOCK,
                    OVER_DELIVERY,
                    DUPLICATE_RECEIPT,
                    STOCK_DISCREPANCY,
                    UNUSUAL_STOCK_MOVEMENT -> ON_HAND;
        };
    }
}
