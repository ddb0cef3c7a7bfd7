/** What the matching job's checkpoints cost, and what they are worth after a failure. */
@NullMarked
package io.stockmate.benchmarks.recovery;

import org.jspecify.annotations.NullMarked;
