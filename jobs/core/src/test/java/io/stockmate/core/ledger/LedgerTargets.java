package io.stockmate.core.ledger;

import io.stockmate.core.fuzz.FuzzTarget;
import io.stockmate.core.fuzz.FuzzTargets;
import io.stockmate.core.fuzz.ReplacedPiece;
import io.stockmate.core.message.UsageRecord;
import io.stockmate.core.state.HeapPieces;
import io.stockmate.core.state.UnreadableState;
import java.util.List;
import java.util.TreeMap;

/** The pieces of a symbol's books, each read by what reads its kind. */
public final class LedgerTargets implements FuzzTargets {
    private static final long SEED = 7;
    private static final int COMMANDS = 120;

    private final ReplacedPiece pieces = new ReplacedPiece(written());

    private static TreeMap<String, byte[]> written() {
        Books books = new Books(LedgerSettings.of(RandomTrading.RULES.correctableMs()));
        new RandomTrading(SEED, books::apply).run(COMMANDS, false);
        TreeMap<String, byte[]> one = new TreeMap<>();
        books.pieces.forEach((name, bytes) -> one.putIfAbsent(name.replaceFirst("\\d+$", "1"), bytes));
        return one;
    }

    @Override
    public List<FuzzTarget> all() {
        return List.of(new FuzzTarget("books", 2, pieces.seeds(), this::read, UnreadableState.class));
    }

    private void read(byte[] input) {
        if (input.length == 0) {
            return;
        }
        String name = pieces.name(input);
        Pieces store = new Pieces(new HeapPieces(pieces.with(input)));
        if (name.equals(Pieces.HEAD)) {
            store.get(name, Head::read);
        } else if (name.startsWith(Pieces.ACCOUNT)) {
            store.get(name, AccountState::read);
        } else if (name.startsWith(Pieces.TRADE)) {
            store.get(name, BookedTrade::read);
        } else if (name.startsWith(Pieces.UNSETTLED)) {
            String[] words = name.split("/", 4);
            new Settlements(store, new Head(), new NoBooks()).add(Long.parseLong(words[1]), words[2], words[3], 1);
        } else {
            new NameList(store, name.replaceFirst("/1$", "")).add("somebody");
        }
    }

    private static final class NoBooks implements LedgerSink {
        @Override
        public void transaction(Transaction transaction) {}

        @Override
        public void usage(UsageRecord usage) {}
    }
}
