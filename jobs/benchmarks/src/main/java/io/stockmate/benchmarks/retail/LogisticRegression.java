package io.stockmate.benchmarks.retail;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * Logistic regression by Newton's method with a ridge that only keeps it solvable; the first feature of every row is to
 * be 1.
 */
final class LogisticRegression {
    private static final int STEPS = 12;
    private static final double RIDGE = 1e-3;

    private final double[] weights;

    private LogisticRegression(double[] weights) {
        this.weights = weights;
    }

    static LogisticRegression fit(double[][] rows, boolean[] positive, boolean[] used) {
        int features = rows[0].length;
        LogisticRegression model = new LogisticRegression(new double[features]);
        for (int step = 0; step < STEPS; step++) {
            double[][] curvature = new double[features][features];
            double[] slope = new double[features];
            for (int f = 0; f < features; f++) {
                curvature[f][f] = RIDGE;
                slope[f] = -RIDGE * model.weights[f];
            }
            for (int i = 0; i < rows.length; i++) {
                if (used[i]) {
                    double p = 1 / (1 + StrictMath.exp(-model.score(rows[i])));
                    model.add(rows[i], (positive[i] ? 1 : 0) - p, p * (1 - p), slope, curvature);
                }
            }
            double[] change = new CholeskyDecomposition(new Array2DRowRealMatrix(curvature, false))
                    .getSolver()
                    .solve(new ArrayRealVector(slope, false))
                    .toArray();
            for (int f = 0; f < features; f++) {
                model.weights[f] += change[f];
            }
        }
        return model;
    }

    private void add(double[] row, double residual, double weight, double[] slope, double[][] curvature) {
        for (int f = 0; f < row.length; f++) {
            slope[f] += residual * row[f];
            for (int g = 0; g < row.length; g++) {
                curvature[f][g] += row[f] * row[g] * weight;
            }
        }
    }

    /** The log odds. */
    double score(double[] row) {
        double sum = 0;
        for (int f = 0; f < row.length; f++) {
            sum += weights[f] * row[f];
        }
        return sum;
    }
}
