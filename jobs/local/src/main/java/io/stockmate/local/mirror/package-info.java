/** A clone of a share of a market, on a platform of its own beside it. */
@NullMarked
package io.stockmate.local.mirror;

import org.jspecify.annotations.NullMarked;
