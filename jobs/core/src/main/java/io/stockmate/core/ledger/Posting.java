package io.stockmate.core.ledger;

/**
 * One side of a transfer.
 *
 * @param place within its transaction, from 1: the n-th transfer has the postings 2n − 1 (from) and 2n (to)
 * @param amount in minor units of the unit, negative on the account from which it goes
 */
public record Posting(int place, String account, String unit, long amount) {}
