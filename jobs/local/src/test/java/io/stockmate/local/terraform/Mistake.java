package io.stockmate.local.terraform;

/**
 * A mistake that somebody could make in the stack.
 *
 * @param right text of the file
 * @param wrong what takes its place
 * @param found a line that the check prints
 */
record Mistake(String kind, String file, String right, String wrong, String found) {}
