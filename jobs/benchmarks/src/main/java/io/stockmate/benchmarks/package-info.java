/** To be described. */
@NullMarked
package io.stockmate.benchmarks;

import org.jspecify.annotations.NullMarked;
