package io.stockmate.core.message;

/**
 * A command as its producer sent it.
 *
 * @param transactTime the producer's own time, of no effect; {@link Absent#NUMBER} where absent
 */
public record Command(String symbol, String account, long transactTime, CommandBody body) {}
