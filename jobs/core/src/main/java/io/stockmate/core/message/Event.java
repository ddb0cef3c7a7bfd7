package io.stockmate.core.message;

/**
 * What happened to a symbol. Header and body are the business content: the chain is a hash over them and those of all
 * earlier events of the symbol.
 *
 * @param chain see {@link io.stockmate.core.chain.Chain}; 0 where header.seq is 0
 * @param cause the record that made it happen
 */
public record Event(EventHeader header, long chain, Cause cause, EventBody body) {
    public String symbol() {
        return header.symbol();
    }

    public long seq() {
        return header.seq();
    }
}
