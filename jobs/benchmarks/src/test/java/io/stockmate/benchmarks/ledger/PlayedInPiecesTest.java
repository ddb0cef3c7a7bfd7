package io.stockmate.benchmarks.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Event;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.Test;

class PlayedInPiecesTest {
    private static final int TRADES = 50;
    private static final long LIVELY = 10;

    @Test
    void piecesOfASymbolAreItsWholeLife() {
        List<Event> whole = new ArrayList<>();
        TradedSymbol.play(LIVELY, TRADES, true, whole::add);
        PlayedInPieces pieces = new PlayedInPieces(TRADES, true);
        List<Event> told = new ArrayList<>();
        for (long piece = 0; piece < PlayedInPieces.PIECES; piece++) {
            List<Event> one = events(pieces, piece);
            assertThat(one).as("piece %d", piece).isNotEmpty();
            told.addAll(one);
        }
        assertThat(told).isEqualTo(whole);
    }

    @Test
    void pieceIsTheSameWhereTheOnesBeforeItWereToldByAnother() {
        PlayedInPieces all = new PlayedInPieces(TRADES, true);
        for (long piece = 0; piece < PlayedInPieces.PIECES; piece++) {
            assertThat(events(new PlayedInPieces(TRADES, true), piece)).isEqualTo(events(all, piece));
        }
        assertThat(events(all, 2)).isEqualTo(events(new PlayedInPieces(TRADES, true), 2));
    }

    private static List<Event> events(PlayedInPieces pieces, long piece) {
        List<Event> events = new ArrayList<>();
        pieces.flatMap((LIVELY - 1) * PlayedInPieces.PIECES + piece, new ListCollector<>(events));
        return events;
    }
}
