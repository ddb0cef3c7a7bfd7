/** Charts of values over time, in a terminal and as pages that need nothing from outside. */
@NullMarked
package io.stockmate.local.picture;

import org.jspecify.annotations.NullMarked;
