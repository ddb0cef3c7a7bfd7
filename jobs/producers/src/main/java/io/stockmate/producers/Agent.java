package io.stockmate.producers;

/** One who takes part in the demo market. */
interface Agent {
    /** Acts once by what it says on {@code floor}, or lets the moment pass. */
    void act(Floor floor);
}
