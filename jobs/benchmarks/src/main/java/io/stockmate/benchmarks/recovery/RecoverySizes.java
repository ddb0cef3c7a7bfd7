package io.stockmate.benchmarks.recovery;

/**
 * How much state there is, and how much of it changes.
 *
 * @param symbols how many books
 * @param ordersPerBook that rest in the beginning
 * @param changedBooks from one checkpoint to the next
 * @param checkpoints that are measured
 */
public record RecoverySizes(int symbols, int ordersPerBook, int changedBooks, int checkpoints) {
    /** @throws IllegalArgumentException where one is not at least 1, or more books change than there are */
    public static RecoverySizes of(int symbols, int ordersPerBook, int changedBooks, int checkpoints) {
        if (symbols < 1 || ordersPerBook < 1 || changedBooks < 1 || checkpoints < 1 || changedBooks > symbols) {
            throw new IllegalArgumentException(symbols + " symbols, " + ordersPerBook + " orders per book, "
                    + changedBooks + " changed books and " + checkpoints
                    + " checkpoints: each has to be at least 1, and no more books can change than there are");
        }
        return new RecoverySizes(symbols, ordersPerBook, changedBooks, checkpoints);
    }

    /** How many commands make the books. */
    long filled() {
        return symbols * (1L + ordersPerBook);
    }

    /** How many commands go to the books that change until the next checkpoint. */
    long perCheckpoint() {
        return (long) changedBooks * BusyBooks.COMMANDS_PER_VISIT;
    }

    /** How many commands visit every book once. */
    long toAll() {
        return (long) symbols * BusyBooks.COMMANDS_PER_VISIT;
    }
}
