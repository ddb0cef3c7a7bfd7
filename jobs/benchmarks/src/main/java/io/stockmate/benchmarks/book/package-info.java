/** Order flows through the order book, beside those of exchange-core. */
@NullMarked
package io.stockmate.benchmarks.book;

import org.jspecify.annotations.NullMarked;
