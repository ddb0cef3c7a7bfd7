/** Orders, stock and ids of one symbol around its book: commands in, events out. */
@NullMarked
package io.stockmate.core.market;

import org.jspecify.annotations.NullMarked;
