package io.stockmate.core.demand;

/**
 * What a model expects of the next steps, and how far off it uses to be.
 *
 * @param means per step
 * @param units by what {@code errors} are multiplied, per step
 */
record Outlook(double[] means, double[] units, ErrorScale errors, ErrorScale totals) {}
