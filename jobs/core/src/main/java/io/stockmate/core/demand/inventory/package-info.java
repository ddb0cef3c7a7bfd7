/**
 * What to hold in stock and what to order, from the distribution of demand over a lead time. Quantities are whole
 * units; days are whole days.
 */
@NullMarked
package io.stockmate.core.demand.inventory;

import org.jspecify.annotations.NullMarked;
