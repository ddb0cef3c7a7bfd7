package io.stockmate.core.market;

import io.stockmate.core.fuzz.FuzzTarget;
import io.stockmate.core.fuzz.FuzzTargets;
import io.stockmate.core.fuzz.ReplacedPiece;
import io.stockmate.core.state.HeapPieces;
import io.stockmate.core.state.PieceStore;
import io.stockmate.core.state.UnreadableState;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** A market's state: its pieces, and those of the archive, read when a trade is corrected or an old id is named. */
public final class MarketTargets implements FuzzTargets {
    private static final long SEED = 4;
    private static final long TRADES_ASKED_FOR = 4;

    private static final PieceSink NOWHERE = new PieceSink() {
        @Override
        public void put(String piece, byte[] bytes) {}

        @Override
        public void remove(String piece) {}
    };

    private final TestMarket session = session();
    private final ReplacedPiece pieces = new ReplacedPiece(session.pieces);
    private final ReplacedPiece archived = new ReplacedPiece(session.archived);

    private static TestMarket session() {
        TestMarket market = TestMarket.sealing();
        RandomSession.run(SEED, market, 40);
        return market.snapshot();
    }

    @Override
    public List<FuzzTarget> all() {
        return List.of(
                new FuzzTarget("market", 5, pieces.seeds(), this::load, UnreadableState.class, RulesChanged.class),
                new FuzzTarget("archive", 2, archived.seeds(), this::find, UnreadableState.class));
    }

    private void load(byte[] input) {
        Market.load(
                TestMarket.RULES,
                TestMarket.SYMBOL,
                pieces.with(input).entrySet(),
                new HeapPieces(archived.with(new byte[0])));
    }

    private void find(byte[] input) {
        SortedMap<String, byte[]> replaced = archived.with(input);
        TradeMemory memory =
                new TradeMemory(TestMarket.SYMBOL, MarketRules.CORRECTABLE_MS_DEFAULT, new HeapPieces(replaced));
        memory.load(Pieces.TRADE_SLICES, session.pieces.get(Pieces.TRADE_SLICES));
        for (long number = 1; number <= TRADES_ASKED_FOR; number++) {
            memory.find(number, TestMarket.MORNING);
            memory.ended(number);
        }
        findIds(new HeapPieces(replaced));
    }

    /** Those of hours past, all of them. */
    private void findIds(PieceStore archive) {
        IdMemory ids = new IdMemory(Pieces.IDS, IdMemory.REMEMBERED_MS, archive, new IdMemory.OnHeap(0, 0));
        Map<Long, NavigableMap<Integer, byte[]>> chunks = new TreeMap<>();
        session.pieces.forEach((piece, bytes) -> {
            if (piece.startsWith(Pieces.IDS)) {
                ids.load(piece, bytes, chunks);
            }
        });
        ids.loaded(chunks);
        for (long order = 1; order <= session.market().commandSeq(); order++) {
            ids.ended(order);
        }
        ids.forget(Long.MAX_VALUE, order -> false);
        for (int hour = 0; hour < session.pieces.size(); hour++) {
            ids.writeChanges(NOWHERE, order -> false);
        }
    }
}
