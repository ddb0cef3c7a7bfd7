/**
 * Usage on its way to whoever bills it: the outbox in Postgres, schema {@code billing}, and what empties it. Sending
 * needs the wall clock, so it is no part of a Flink job.
 */
@NullMarked
package io.stockmate.connectors.billing;

import org.jspecify.annotations.NullMarked;
