package io.stockmate.lake;

import static io.stockmate.lake.TestRows.bought;
import static io.stockmate.lake.TestRows.rejected;
import static io.stockmate.lake.TestRows.stock;
import static io.stockmate.lake.TestRows.usage;

import io.stockmate.core.ledger.RandomTrading;
import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.Specimens;
import io.stockmate.core.message.UsageMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A session of trading, with carts, demand and usage: its rows, and every saved question with its answer. */
final class Session {
    private Session() {}

    static List<LakeRow> rows() {
        Stream<LakeRow> events = RandomTrading.interleaved(4, 400).stream().map(LakeRow.OfEvent::new);
        return Stream.of(events, carts(), others()).flatMap(each -> each).toList();
    }

    /** All saved questions but that for files, which is about the lake. */
    static List<Question> questions(List<LakeRow> rows) {
        return questions(rows, "SKU-1", "CART-A");
    }

    /**
     * The same about other rows, each symbol's in order.
     *
     * @param symbol that some of them are about
     * @param inCart that is bought in carts
     */
    static List<Question> questions(List<LakeRow> rows, String symbol, String inCart) {
        List<EventRow> events = new ArrayList<>();
        List<LakeRow> others = new ArrayList<>();
        for (LakeRow row : rows) {
            if (row instanceof LakeRow.OfEvent of) {
                events.add(EventRow.of(of.event()));
            } else {
                others.add(row);
            }
        }
        return Stream.of(
                        new ReportQuestions(events, inCart).all(),
                        new TradeQuestions(events, symbol).all(),
                        new StockQuestions(events, others, symbol).all())
                .flatMap(List::stream)
                .toList();
    }

    private static Stream<LakeRow> carts() {
        return Stream.of(
                bought("CART-A", 1, "ann", "cart-1"),
                bought("CART-B", 2, "ann", "cart-1"),
                bought("CART-C", 3, "ann", "cart-1"),
                bought("CART-A", 4, "bob", "cart-1"),
                bought("CART-B", 5, "bob", "cart-1"),
                bought("CART-D", 6, "sue", "cart-1"),
                bought("CART-A", 7, "sue", "cart-2"),
                rejected("CART-B", 13, "ann"),
                stock("CART-B", 8, "shop-1", 5),
                stock("CART-B", 9, "shop-1", 2),
                stock("CART-B", 10, "shop-2", 4),
                stock("CART-C", 11, "shop-1", 0),
                stock("CART-D", 12, "shop-1", 9));
    }

    private static Stream<LakeRow> others() {
        long hour = Specimens.TIME;
        return Stream.of(
                new LakeRow.OfDemand(DemandDay.ofSymbol("SKU-1", Specimens.TIME, 5, Specimens.DAY, 17, -3)),
                new LakeRow.OfDemand(DemandDay.ofSymbol("SKU-1", Specimens.TIME, 6, Specimens.DAY, 2, 0)),
                new LakeRow.OfDemand(DemandDay.ofSymbol("SKU-2", Specimens.TIME, 5, Specimens.DAY, 1, 0)),
                usage("ann", UsageMeter.ORDERS, hour, 5),
                usage("ann", UsageMeter.ORDERS, hour + 1, 6),
                usage("bob", UsageMeter.TRADES, hour, 7));
    }
}
