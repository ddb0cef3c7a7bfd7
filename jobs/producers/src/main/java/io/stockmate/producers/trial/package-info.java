/**
 * Shops that have the same goods and the same customers and order by different rules: which of them runs out, and how
 * much does each hold? Its time is book time, and days until a delivery are days.
 */
@NullMarked
package io.stockmate.producers.trial;

import org.jspecify.annotations.NullMarked;
