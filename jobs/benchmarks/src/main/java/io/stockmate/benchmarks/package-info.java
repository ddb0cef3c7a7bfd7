/** Benches, proofs on recorded data, and their file formats. */
@NullMarked
package io.stockmate.benchmarks;

import org.jspecify.annotations.NullMarked;
