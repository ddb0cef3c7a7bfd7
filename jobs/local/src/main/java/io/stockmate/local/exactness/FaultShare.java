package io.stockmate.local.exactness;

/**
 * How many requests to the endpoints of a run fail.
 *
 * @param share from 0 to 1
 */
record FaultShare(long seed, double share) {
    /** Each life of a run has faults of its own. */
    FaultShare ofLife(int life) {
        return new FaultShare(seed * 31 + life, share);
    }
}
