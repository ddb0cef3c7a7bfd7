/**
 * The JSON of commands and events. There is one codec for each; what a message's fields are, the message itself says in
 * core. Decoding a command answers for every possible record: it is understood, or it is a dead letter, and nothing is
 * thrown.
 */
@NullMarked
package io.stockmate.connectors.wire;

import org.jspecify.annotations.NullMarked;
