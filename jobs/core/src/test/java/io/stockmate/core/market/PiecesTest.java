package io.stockmate.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.message.BytesOutput;
import io.stockmate.core.state.UnreadableState;
import java.util.List;
import org.junit.jupiter.api.Test;

class PiecesTest {
    private static final List<Delivery> TWO = List.of(new Delivery(1, 10, 100), new Delivery(2, 20, 200));
    private static final List<Delivery> ONE = List.of(new Delivery(3, 30, 300));

    @Test
    void pieceHoldsWhatWasPutIntoItAndAppended() {
        assertThat(orders(Pieces.append("p", null, TWO))).containsExactly(1L, 2L);
        assertThat(orders(Pieces.append("p", Pieces.of(TWO), ONE))).containsExactly(1L, 2L, 3L);
        assertThat(orders(Pieces.of(List.of()))).isEmpty();
    }

    @Test
    void pieceOfALaterReleaseIsNeitherReadNorAddedTo() {
        byte[] later = Pieces.of(TWO);
        later[0] = 2;

        assertThatThrownBy(() -> orders(later))
                .isInstanceOf(UnreadableState.class)
                .hasMessageContaining("piece p has version 2; this program reads version 1");
        assertThatThrownBy(() -> Pieces.append("p", later, ONE))
                .isInstanceOf(UnreadableState.class)
                .hasMessageContaining("piece p has version 2; this program reads version 1");
    }

    @Test
    void countThatThePieceCannotHoldIsRefused() {
        for (int count : new int[] {-1, 6, Integer.MAX_VALUE}) {
            BytesOutput piece = new BytesOutput(5);
            piece.writeByte(1);
            piece.writeInt(count);

            assertThatThrownBy(() -> orders(piece.toByteArray()))
                    .isInstanceOf(UnreadableState.class)
                    .hasStackTraceContaining(count + " things in 5 bytes");
        }
    }

    private static List<Long> orders(byte[] piece) {
        return Pieces.read("p", piece, Delivery::read).stream()
                .map(delivery -> delivery.order)
                .toList();
    }
}
