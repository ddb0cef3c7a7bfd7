package io.stockmate.core.demand.inventory;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.SuggestedAction;
import io.stockmate.core.message.TimeInForce;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Turns what was suggested into what is ordered. */
public final class Approval {
    private Approval() {}

    /**
     * The purchase order that a RELEASE suggests: a BUY that rests until suppliers fill it. Its id is made of the
     * suggestion's, so that what is approved twice at once is bought once; see also {@link #orderedSince}.
     *
     * @param price the most that is paid for a unit, in units of 10⁻⁴
     * @throws IllegalArgumentException for any other action
     */
    public static Command purchaseOrder(ReplenishmentSuggestion suggestion, long price) {
        if (suggestion.action() != SuggestedAction.RELEASE) {
            throw new IllegalArgumentException(suggestion.suggestionId() + " suggests " + suggestion.action()
                    + "; only RELEASE can be approved: the others are to be settled with the supplier of the order");
        }
        return new Command(
                suggestion.symbol(),
                suggestion.account(),
                Absent.NUMBER,
                new NewOrder(
                        clOrdId(suggestion),
                        Side.BUY,
                        OrdType.LIMIT,
                        suggestion.qty(),
                        price,
                        Absent.NUMBER,
                        TimeInForce.GTC,
                        Absent.NUMBER,
                        Absent.NUMBER,
                        Absent.NUMBER,
                        false,
                        null,
                        Absent.NUMBER,
                        null));
    }

    /** The newest RELEASE of the same symbol and account that was suggested after this one, and takes its place. */
    public static Optional<ReplenishmentSuggestion> successor(
            ReplenishmentSuggestion suggestion, List<ReplenishmentSuggestion> suggestions) {
        return suggestions.stream()
                .filter(later -> later.action() == SuggestedAction.RELEASE
                        && later.symbol().equals(suggestion.symbol())
                        && later.account().equals(suggestion.account())
                        && later.seq() > suggestion.seq())
                .max(Comparator.comparingLong(ReplenishmentSuggestion::seq));
    }

    /**
     * The first BUY that the account entered since the suggestion was made, the suggestion's own purchase order
     * included: what was suggested is settled by then. The market itself remembers an id for a day only after its order
     * ended.
     *
     * @param events of the symbol, in sequence
     */
    public static Optional<Event> orderedSince(ReplenishmentSuggestion suggestion, List<Event> events) {
        return events.stream()
                .filter(event -> event.header().seq() > suggestion.seq()
                        && event.body() instanceof ExecutionReport report
                        && report.execType() == ExecType.NEW
                        && report.side() == Side.BUY
                        && report.account().equals(suggestion.account()))
                .findFirst();
    }

    /** An id is one of its symbol: symbols may have dots, orders' ids may not. */
    public static String clOrdId(ReplenishmentSuggestion suggestion) {
        return suggestion.suggestionId().replace('.', '_');
    }
}
