package io.stockmate.benchmarks.faults;

import java.util.Random;

/** The law of a series' innovations, in units in which it is neither wide nor narrow. */
enum Innovation {
    GAUSSIAN {
        @Override
        double draw(Random random) {
            return random.nextGaussian();
        }

        @Override
        double logDensity(double x) {
            return -x * x / 2 - Math.log(2 * Math.PI) / 2;
        }
    },

    /** Student's t with three degrees of freedom: its fourth moment does not exist, as with returns of prices. */
    STUDENT_3 {
        @Override
        double draw(Random random) {
            double chiSquared = 0;
            for (int i = 0; i < 3; i++) {
                double normal = random.nextGaussian();
                chiSquared += normal * normal;
            }
            return random.nextGaussian() / Math.sqrt(chiSquared / 3);
        }

        @Override
        double logDensity(double x) {
            return Math.log(2 / (Math.PI * Math.sqrt(3))) - 2 * Math.log1p(x * x / 3);
        }
    };

    abstract double draw(Random random);

    abstract double logDensity(double x);
}
