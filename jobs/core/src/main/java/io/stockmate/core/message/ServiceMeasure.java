package io.stockmate.core.message;

/** How a service level is measured: by cycle without a stock-out, or by share of demand filled. */
public enum ServiceMeasure {
    CYCLE,
    FILL
}
