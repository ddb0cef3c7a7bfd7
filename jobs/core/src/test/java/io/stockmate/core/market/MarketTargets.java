package io.stockmate.core.market;

import io.stockmate.core.fuzz.FuzzTarget;
import io.stockmate.core.fuzz.FuzzTargets;
import io.stockmate.core.fuzz.ReplacedPiece;
import io.stockmate.core.state.HeapPieces;
import io.stockmate.core.state.UnreadableState;
import java.util.List;
import java.util.SortedMap;

/** A market's state: its pieces, and those of the archive, which are read when a trade is corrected. */
public final class MarketTargets implements FuzzTargets {
    private static final long SEED = 4;
    private static final long TRADES_ASKED_FOR = 4;

    private final TestMarket session = session();
    private final ReplacedPiece pieces = new ReplacedPiece(session.pieces);
    private final ReplacedPiece archived = new ReplacedPiece(session.archived);

    private static TestMarket session() {
        TestMarket market = new TestMarket();
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
    }
}
