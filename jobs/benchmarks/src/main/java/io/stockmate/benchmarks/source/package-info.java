/** How fast the source of {@code commands} reads. */
@NullMarked
package io.stockmate.benchmarks.source;

import org.jspecify.annotations.NullMarked;
