/** To be described. */
@NullMarked
package io.stockmate.producers;

import org.jspecify.annotations.NullMarked;
