package io.stockmate.core.message;

/** Each alert is raised once and at most once cleared. */
public enum AlertState {
    RAISED,
    CLEARED
}
