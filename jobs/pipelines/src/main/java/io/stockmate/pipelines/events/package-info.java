/** The stream {@code events} as every job reads it: each event once, in its symbol's order, proved by the chain. */
@NullMarked
package io.stockmate.pipelines.events;

import org.jspecify.annotations.NullMarked;
