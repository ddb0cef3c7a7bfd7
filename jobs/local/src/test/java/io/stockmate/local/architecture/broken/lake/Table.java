package io.stockmate.local.architecture.broken.lake;

/** A lake that minds its own business. */
public record Table() {}
