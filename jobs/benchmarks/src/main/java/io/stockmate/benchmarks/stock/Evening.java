package io.stockmate.benchmarks.stock;

import io.stockmate.core.demand.DemandDistribution;

/**
 * What is known of every item when a day has closed.
 *
 * @param recentMeans mean daily demand of the last {@link RecentDemand#DAYS} days
 * @param recentDeviations the standard deviation of the same days
 * @param protectedDemands what the forecaster expects over {@link Shelf#PROTECTED_DAYS} days
 */
record Evening(double[] recentMeans, double[] recentDeviations, DemandDistribution[] protectedDemands) {
    int items() {
        return protectedDemands.length;
    }
}
