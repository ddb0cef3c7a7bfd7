/**
 * Watches the events of a symbol for what a person should look at: rules, market surveillance and unusual values of
 * series. A {@link io.stockmate.core.anomaly.SymbolWatch} is fed with all events of its symbol in order and says what
 * it raises and clears; its state is small, and what it says depends on the events alone.
 */
@NullMarked
package io.stockmate.core.anomaly;

import org.jspecify.annotations.NullMarked;
