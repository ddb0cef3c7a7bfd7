/** What writing the lake takes: bytes and time per row, and how long it holds up who writes. */
@NullMarked
package io.stockmate.benchmarks.lake;

import org.jspecify.annotations.NullMarked;
