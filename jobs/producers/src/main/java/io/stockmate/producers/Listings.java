package io.stockmate.producers;

import io.stockmate.core.message.Decimal;
import java.util.List;

/** What the demo market trades. */
final class Listings {
    private static final long CENT = Decimal.ONE / 100;

    static final List<Listing> SHARES =
            List.of(share("AMZN", "Amazon", 223_50), share("CSCO", "Cisco", 17_20), share("AAPL", "Apple", 585_30));

    static final List<Listing> GOODS = List.of(
            good("SKU-001", "Phone 6 inch", "phones", "USD", 699_00, 1_00, 1, 7),
            good("SKU-002", "Phone 5 inch", "phones", "USD", 449_00, 1_00, 1, 7),
            good("SKU-003", "Headphones", "audio", "EUR", 129_00, 50, 1, 5),
            good("SKU-004", "Loudspeaker", "audio", "EUR", 79_00, 50, 1, 5),
            good("SKU-005", "Laptop 14 inch", "computers", "USD", 1199_00, 1_00, 1, 14),
            good("SKU-006", "Keyboard", "computers", "EUR", 59_00, 50, 1, 4),
            good("SKU-007", "Monitor 27 inch", "computers", "EUR", 289_00, 1_00, 1, 10),
            good("SKU-008", "Coffee beans 1 kg", "groceries", "EUR", 14_50, 10, 6, 2),
            good("SKU-009", "Olive oil 1 l", "groceries", "EUR", 9_90, 10, 6, 3),
            good("SKU-010", "Green tea 250 g", "groceries", "EUR", 4_20, 5, 12, 2),
            good("SKU-011", "Running shoes", "sports", "USD", 89_00, 50, 1, 9),
            good("SKU-012", "Yoga mat", "sports", "USD", 24_00, 25, 1, 6),
            good("SKU-013", "Desk lamp", "home", "EUR", 34_00, 25, 1, 6),
            good("SKU-014", "Office chair", "home", "EUR", 199_00, 1_00, 1, 12),
            good("SKU-015", "Notebook A5", "stationery", "USD", 3_00, 5, 10, 1),
            good("SKU-016", "Ballpoint pens", "stationery", "USD", 1_20, 1, 20, 1));

    private Listings() {}

    private static Listing share(String symbol, String name, long cents) {
        return Listing.of(symbol, name, "shares", "USD", cents * CENT, CENT, 1, 100_000, 0);
    }

    private static Listing good(
            String symbol,
            String name,
            String category,
            String currency,
            long cents,
            long tickCents,
            long lotSize,
            long leadTimeDays) {
        long price = cents * CENT;
        return Listing.of(symbol, name, category, currency, price, tickCents * CENT, lotSize, 1_000_000, leadTimeDays);
    }
}
