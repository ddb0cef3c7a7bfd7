package io.stockmate.local.chaos;

import java.util.Set;

/**
 * How much is tried with each seed.
 *
 * @param orders that producers send, at least
 * @param kills (kill -9) of the platform
 * @param rate commands per second
 * @param speed how many times as fast as real time the records' time runs: days are to pass
 * @param faultShare of the requests to the endpoints, where {@link ChaosFault#ENDPOINTS} is among the faults
 */
public record ChaosSettings(long orders, int kills, Set<ChaosFault> faults, int rate, long speed, double faultShare) {}
