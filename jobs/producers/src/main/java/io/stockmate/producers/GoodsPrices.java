package io.stockmate.producers;

/** What goods cost by the retail price that shops ask. */
final class GoodsPrices {
    private static final long WHOLESALE_PERCENT = 70;

    private GoodsPrices() {}

    /** What a shop pays a supplier. */
    static long wholesale(Listing listing, long retail) {
        return percent(listing, retail, WHOLESALE_PERCENT);
    }

    static long percent(Listing listing, long retail, long percent) {
        return listing.onTick(retail * percent / 100);
    }
}
