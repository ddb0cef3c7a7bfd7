/** The Flink job that watches the market: from {@code events} to {@code alerts} and the lake. */
@NullMarked
package io.stockmate.pipelines.anomaly;

import org.jspecify.annotations.NullMarked;
