package io.stockmate.local.architecture.broken.connectors;

import io.stockmate.local.architecture.broken.emulators.Endpoint;
import io.stockmate.local.architecture.broken.lake.Table;

/** Connectors that know the lake and an emulator. */
public record NosyCodec(Table table, Endpoint endpoint) {}
