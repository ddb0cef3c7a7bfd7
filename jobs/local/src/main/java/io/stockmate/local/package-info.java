/** To be described. */
@NullMarked
package io.stockmate.local;

import org.jspecify.annotations.NullMarked;
