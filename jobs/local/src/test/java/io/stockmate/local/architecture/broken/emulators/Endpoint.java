package io.stockmate.local.architecture.broken.emulators;

/** An emulator that minds its own business. */
public record Endpoint() {}
