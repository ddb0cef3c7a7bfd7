package io.stockmate.core.demand;

import java.io.Serializable;

/**
 * What is expected of a key before its own values tell: its category's.
 *
 * @param level the usual value per step
 * @param deviation the usual distance of a value from its forecast, same unit
 * @param zeros the usual share of values that are 0, from 0 to 1
 * @param weight how many own values the prior counts for, at least 0
 */
public record ColdStart(double level, double deviation, double zeros, double weight) implements Serializable {
    public ColdStart {
        if (!Double.isFinite(level) || !(deviation >= 0) || !Double.isFinite(deviation)) {
            throw new IllegalArgumentException(
                    "cold start of level " + level + " and deviation " + deviation + ": both are to be finite numbers");
        }
        if (!(zeros >= 0 && zeros <= 1)) {
            throw new IllegalArgumentException("cold start's share of zeros " + zeros + " is outside 0 to 1");
        }
        if (!(weight >= 0) || !Double.isFinite(weight)) {
            throw new IllegalArgumentException("cold start's weight " + weight + " is not a finite number from 0 on");
        }
    }
}
