/** The books of a symbol: what moves where when an event happens, in double entry. Integers only. */
@NullMarked
package io.stockmate.core.ledger;

import org.jspecify.annotations.NullMarked;
