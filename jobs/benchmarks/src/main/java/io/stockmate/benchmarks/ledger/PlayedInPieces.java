package io.stockmate.benchmarks.ledger;

import io.stockmate.core.message.Event;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Plays symbols one piece at a time, so that checkpoints and failures fall inside symbols, too. Number {@code n} is
 * piece {@code n % PIECES} of symbol {@code n / PIECES + 1}; numbers of one symbol come in their order. What a piece
 * holds depends on its number alone: after a failure the pieces before it are played again, and not told.
 */
final class PlayedInPieces implements FlatMapFunction<Long, Event> {
    static final long PIECES = 8;

    private static final long serialVersionUID = 1;
    private static final Consumer<Event> UNTOLD = event -> {};

    private final int trades;
    private final boolean reversed;
    private final long stepsOfAPiece;
    private transient @Nullable TradedSymbol playing;
    private transient long next;

    /** @param trades of each symbol, at least */
    PlayedInPieces(int trades, boolean reversed) {
        this.trades = trades;
        this.reversed = reversed;
        this.stepsOfAPiece = Math.max(1, 2 * trades / PIECES);
    }

    @Override
    public void flatMap(Long number, Collector<Event> out) {
        long piece = number % PIECES;
        TradedSymbol symbol = playing;
        if (symbol == null || piece == 0 || number != next) {
            symbol = new TradedSymbol(number / PIECES + 1, trades, reversed);
            play(symbol, piece * stepsOfAPiece, UNTOLD);
        }
        play(symbol, piece == PIECES - 1 ? Long.MAX_VALUE : stepsOfAPiece, out::collect);
        playing = symbol;
        next = number + 1;
    }

    private static void play(TradedSymbol symbol, long steps, Consumer<Event> each) {
        for (long step = 0; step < steps && symbol.step(each); step++) {
            // Goes on until it has ended.
        }
    }
}
