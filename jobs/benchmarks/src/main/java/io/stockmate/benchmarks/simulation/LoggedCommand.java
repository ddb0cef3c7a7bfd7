package io.stockmate.benchmarks.simulation;

import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;

/** A command and where it stands in its stream. */
record LoggedCommand(Command command, Cause cause) {}
