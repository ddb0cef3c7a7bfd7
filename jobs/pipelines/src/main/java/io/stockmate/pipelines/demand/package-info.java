/** The Flink job that forecasts demand and plans stock: from {@code events} to the lake and {@code alerts}. */
@NullMarked
package io.stockmate.pipelines.demand;

import org.jspecify.annotations.NullMarked;
