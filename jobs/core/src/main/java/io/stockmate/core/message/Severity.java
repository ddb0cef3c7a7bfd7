package io.stockmate.core.message;

/** How much is at stake, most first. */
public enum Severity {
    SEVERE,
    MAJOR,
    LOW
}
