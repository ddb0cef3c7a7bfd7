package io.stockmate.core.book;

import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;

/** What can be done to a book, chosen without knowing which orders will rest by then. */
sealed interface BookCommand {
    record Enter(int account, Side side, long limit, long quantity, SelfTradePrevention prevention, boolean rests)
            implements BookCommand {}

    /** Enters an iceberg, which rests with what is left of it, showing a slice at a time. */
    record EnterIceberg(Enter order, long slice) implements BookCommand {}

    /** Removes the resting order that {@code pick} falls on. */
    record Remove(int pick) implements BookCommand {}

    /** Lowers the resting order that {@code pick} falls on, to something that {@code to} falls on. */
    record Reduce(int pick, int to) implements BookCommand {}

    /** Enters the resting order that {@code pick} falls on anew. */
    record Reenter(int pick, long price, long quantity, SelfTradePrevention prevention) implements BookCommand {}
}
