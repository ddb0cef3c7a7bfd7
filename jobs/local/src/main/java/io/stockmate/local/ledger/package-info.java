/** Whether the books are right: against trades, the lake, and themselves after kills and replays. */
@NullMarked
package io.stockmate.local.ledger;

import org.jspecify.annotations.NullMarked;
