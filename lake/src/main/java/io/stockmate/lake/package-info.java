/** To be described. */
@NullMarked
package io.stockmate.lake;

import org.jspecify.annotations.NullMarked;
