/** The order book: price-time priority over integers, and nothing else. */
@NullMarked
package io.stockmate.core.book;

import org.jspecify.annotations.NullMarked;
