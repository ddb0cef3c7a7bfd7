package io.stockmate.pipelines.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Trade;
import io.stockmate.core.message.TradeCorrected;
import io.stockmate.core.message.Transfer;
import io.stockmate.core.message.TransferReason;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Wrong bookings of a trade are found without the rules that book. */
class TradeMoneyTest {
    private static final Event TRADE =
            event(7, new Trade("S-T-1", 100, 3, "S-1", "S-2", "ANN", "SAM", Side.BUY, "EUR", Absent.NUMBER));
    private static final Event BUST = event(9, new TradeCorrected("S-T-1", "ANN", "SAM", 100, 3, 100, 0, "error"));
    private static final Event OF_ONESELF =
            event(7, new Trade("S-T-1", 100, 3, "S-1", "S-2", "ANN", "ANN", Side.BUY, "EUR", Absent.NUMBER));

    private final Findings findings = new Findings();
    private final BookedAnew booked = new BookedAnew();
    private final TradeMoney money = new TradeMoney("S", booked, findings);

    @Test
    void moneyOneWayAndGoodsTheOtherAreRight() {
        book(7, "", null, move("EUR", "ANN/cash", "SAM/cash", 300), move("#S", "SAM/goods", "ANN/transit", 3), fee());

        assertThat(found(TRADE)).isEmpty();
    }

    @Test
    void swappedPartiesAreFound() {
        book(7, "", null, move("EUR", "SAM/cash", "ANN/cash", 300), move("#S", "ANN/goods", "SAM/goods", 3));

        assertThat(found(TRADE))
                .containsExactly(
                        "transaction S-7 moves -300 of money from ANN to SAM and -3 of goods back, not 300 and 3");
    }

    @Test
    void anotherAmountAndAMissingTransactionAreFound() {
        assertThat(found(TRADE)).hasSize(1);

        book(7, "", null, move("EUR", "ANN/cash", "SAM/cash", 299), move("#S", "SAM/goods", "ANN/goods", 3));
        assertThat(found(TRADE)).hasSize(2);
    }

    @Test
    void goodsOfOthersAreFound() {
        book(
                7,
                "",
                null,
                move("EUR", "ANN/cash", "SAM/cash", 300),
                move("#S", "SAM/goods", "ANN/goods", 3),
                move("#S", "SUE/goods", "ANN/goods", 1));

        assertThat(found(TRADE)).singleElement().asString().endsWith("and moves what belongs to others");
    }

    @Test
    void reversalGoesBackAndNamesWhatItUndoes() {
        book(9, "-R", "S-7", move("EUR", "SAM/cash", "ANN/cash", 300), move("#S", "ANN/goods", "SAM/goods", 3));

        assertThat(found(BUST)).isEmpty();
    }

    @Test
    void reversalThatBooksTheTradeAgainIsFound() {
        book(9, "-R", null, move("EUR", "ANN/cash", "SAM/cash", 300), move("#S", "SAM/goods", "ANN/goods", 3));

        assertThat(found(BUST))
                .containsExactly(
                        "transaction S-9-R moves 300 of money from ANN to SAM and 3 of goods back, not -300 and -3",
                        "transaction S-9-R reverses null");
    }

    @Test
    void tradeWithOneselfHasNoDirection() {
        book(7, "", null, move("EUR", "ANN/cash", "ANN/cash", 300), move("#S", "ANN/goods", "ANN/goods", 3));

        assertThat(found(OF_ONESELF)).isEmpty();
    }

    private List<String> found(Event event) {
        money.check(event);
        return findings.kept().stream().map(Violation::detail).toList();
    }

    private static Event event(long seq, EventBody body) {
        return new Event(new EventHeader("S", seq, seq, "S-" + seq, 0), 0, new Cause("shard", "1", 0, 0), body);
    }

    private record Move(String unit, String from, String to, long amount) {}

    private static Move move(String unit, String from, String to, long amount) {
        return new Move(unit, from, to, amount);
    }

    private static Move fee() {
        return move("EUR", "ANN/cash", ":fees", 1);
    }

    private void book(long seq, String suffix, @Nullable String reverses, Move... moves) {
        String id = "S-" + seq + suffix;
        TransferReason reason = reverses == null ? TransferReason.TRADE : TransferReason.REVERSAL;
        List<Transfer> transfers = IntStream.range(0, moves.length)
                .mapToObj(n -> new Transfer(
                        "S",
                        seq,
                        0,
                        id,
                        id + "-" + (n + 1),
                        moves[n].unit(),
                        moves[n].from(),
                        moves[n].to(),
                        moves[n].amount(),
                        reason,
                        "S-T-1",
                        reverses,
                        Absent.NUMBER))
                .toList();
        booked.transaction(new Transaction(id, "S", seq, 0, reason, "S-T-1", reverses, Absent.NUMBER, transfers));
    }
}
