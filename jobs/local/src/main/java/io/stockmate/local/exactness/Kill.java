package io.stockmate.local.exactness;

/**
 * The end of a process by SIGKILL.
 *
 * @param sentAt epoch milliseconds
 * @param deadAt when it had ended, epoch milliseconds
 * @param insideCheckpoint whether one was triggered and had not completed
 * @param commandsLeft that had not been answered yet
 */
record Kill(long sentAt, long deadAt, boolean insideCheckpoint, long commandsLeft) {}
