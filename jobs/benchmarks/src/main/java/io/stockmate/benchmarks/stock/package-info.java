/** Stock simulated on recorded demand: how much of it each policy holds for the same share of demand served. */
@NullMarked
package io.stockmate.benchmarks.stock;

import org.jspecify.annotations.NullMarked;
