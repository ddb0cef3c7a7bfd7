/** The matching job's own operator on recorded order flows. */
@NullMarked
package io.stockmate.benchmarks.matching;

import org.jspecify.annotations.NullMarked;
