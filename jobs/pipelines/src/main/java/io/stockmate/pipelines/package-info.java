/** The Flink jobs, one package each, and what they share. */
@NullMarked
package io.stockmate.pipelines;

import org.jspecify.annotations.NullMarked;
