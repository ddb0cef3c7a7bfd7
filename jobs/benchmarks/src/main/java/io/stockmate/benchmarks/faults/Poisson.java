package io.stockmate.benchmarks.faults;

/** The law of counts. */
final class Poisson {
    private static final double[] LOG_FACTORIALS = new double[100_000];

    static {
        for (int i = 2; i < LOG_FACTORIALS.length; i++) {
            LOG_FACTORIALS[i] = LOG_FACTORIALS[i - 1] + Math.log(i);
        }
    }

    private Poisson() {}

    static double logProbability(int count, double rate) {
        return count * Math.log(rate) - rate - LOG_FACTORIALS[count];
    }

    /** The count at this place of the distribution, so that the same place gives more where the rate is higher. */
    static int at(double place, double rate) {
        double probability = Math.exp(-rate);
        double sum = probability;
        int count = 0;
        while (sum < place && count < 100 + 20 * rate) {
            count++;
            probability *= rate / count;
            sum += probability;
        }
        return count;
    }

    /** Logarithm of the probability that one count exceeds another, of two rates, by {@code difference} (Skellam). */
    static double logProbabilityOfDifference(int difference, double rate, double otherRate) {
        double sum = 0;
        double likely = (rate + otherRate) / 2;
        int last = (int) (3 * likely + 40) + Math.abs(difference);
        for (int other = Math.max(0, -difference); other <= last; other++) {
            sum += Math.exp(logProbability(other + difference, rate) + logProbability(other, otherRate));
        }
        return Math.log(Math.max(sum, 1e-300));
    }
}
