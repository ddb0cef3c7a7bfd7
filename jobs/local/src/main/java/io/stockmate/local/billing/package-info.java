/** Billing on a laptop: the outbox emptied into meters in memory. */
@NullMarked
package io.stockmate.local.billing;

import org.jspecify.annotations.NullMarked;
