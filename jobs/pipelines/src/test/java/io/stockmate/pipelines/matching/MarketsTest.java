package io.stockmate.pipelines.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Side;
import io.stockmate.core.state.PieceStore;
import io.stockmate.pipelines.runtime.KeyedPieceStore;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MarketsTest {
    private final PiecesBySymbol state = new PiecesBySymbol();
    private final PiecesBySymbol archive = new PiecesBySymbol();
    private final Markets markets = new Markets(Commands.RULES, new KeyedPieces(state, archive), this::select);
    private final Commands commands = new Commands();

    @Test
    void aSnapshotWritesAllOfANewMarket() throws Exception {
        apply(commands.define("SKU-1"));
        apply(commands.order("SKU-1", "shop-1", "o-1", Side.BUY, 10_000, 1));

        assertThat(written()).contains("SKU-1:head", "SKU-1:orders/0");
    }

    @Test
    void aSnapshotWritesOnlyThePiecesThatChangedSinceTheLast() throws Exception {
        for (String symbol : List.of("SKU-1", "SKU-2", "SKU-3")) {
            apply(commands.define(symbol));
            for (int i = 0; i < 200; i++) {
                apply(commands.order(symbol, "shop-1", "o-" + i, Side.BUY, 10_000, 1));
            }
        }
        written();

        apply(commands.order("SKU-2", "shop-1", "o-200", Side.BUY, 10_000, 1));

        List<String> written = written();
        assertThat(written).contains("SKU-2:head", "SKU-2:orders/3").doesNotContain("SKU-2:orders/0");
        assertThat(written).hasSizeLessThan(6).allMatch(piece -> piece.startsWith("SKU-2:"));
    }

    @Test
    void aPieceThatIsEmptyNowIsRemoved() throws Exception {
        apply(commands.define("SKU-1"));
        apply(commands.order("SKU-1", "shop-1", "o-1", Side.BUY, 10_000, 1));
        written();

        apply(commands.order("SKU-1", "shop-2", "o-2", Side.SELL, 10_000, 1));

        assertThat(written()).contains("SKU-1:-orders/0");
    }

    @Test
    void tradesGoToTheArchiveAloneAndLeaveItWhole() throws Exception {
        apply(commands.define("SKU-1"));
        apply(commands.order("SKU-1", "shop-1", "o-1", Side.BUY, 10_000, 1));
        apply(commands.order("SKU-1", "shop-2", "o-2", Side.SELL, 10_000, 1));

        assertThat(written()).contains("SKU-1:trades").noneMatch(piece -> piece.contains("trades/"));
        assertThat(archive.written).hasSize(2).allMatch(piece -> piece.startsWith("SKU-1:trades/"));

        PieceStore pieces = KeyedPieceStore.of(archive);
        pieces.names("trades/").forEach(pieces::remove);
        assertThat(archive.isEmpty()).isTrue();
    }

    @Test
    void aSnapshotWithoutCommandsWritesNothing() throws Exception {
        apply(commands.define("SKU-1"));
        written();

        assertThat(written()).isEmpty();
    }

    @Test
    void aMarketIsLoadedOnce() throws Exception {
        apply(commands.define("SKU-1"));
        written();
        Markets restored = new Markets(Commands.RULES, new KeyedPieces(state, archive), this::select);
        select("SKU-1");

        ResidentMarket first = restored.of("SKU-1");
        restored.applied(first);

        assertThat(first.market.isKnown()).isTrue();
        assertThat(restored.of("SKU-1")).isSameAs(first);
    }

    @Test
    void restingOrdersAreCountedAcrossMarketsAndRestores() throws Exception {
        apply(commands.define("SKU-1"));
        apply(commands.define("SKU-2"));
        apply(commands.order("SKU-1", "shop-1", "o-1", Side.BUY, 10_000, 1));
        apply(commands.order("SKU-1", "shop-1", "o-2", Side.BUY, 10_100, 1));
        apply(commands.order("SKU-2", "shop-1", "o-1", Side.BUY, 10_000, 1));
        assertThat(markets.restingOrders()).isEqualTo(3);
        written();

        Inbound sell = commands.order("SKU-1", "shop-2", "o-3", Side.SELL, 10_100, 1);
        Markets restored = new Markets(Commands.RULES, new KeyedPieces(state, archive), this::select);
        apply(markets, sell);
        apply(restored, sell);

        assertThat(markets.restingOrders()).isEqualTo(2);
        assertThat(restored.restingOrders()).isEqualTo(1);
    }

    @Test
    void anUnknownMarketDoesNotStay() throws Exception {
        apply(commands.tick("NO-1"));

        assertThat(markets.size()).isZero();
        assertThat(written()).isEmpty();
    }

    private void apply(Inbound inbound) throws Exception {
        apply(markets, inbound);
    }

    private void apply(Markets to, Inbound inbound) throws Exception {
        select(inbound.symbol());
        ResidentMarket resident = to.of(inbound.symbol());
        resident.market.apply(inbound.command(), inbound.record().cause(), event -> {});
        to.applied(resident);
    }

    /** What the next snapshot writes. */
    private List<String> written() {
        state.written.clear();
        markets.writeChanges();
        return List.copyOf(state.written);
    }

    private void select(String symbol) {
        state.select(symbol);
        archive.select(symbol);
    }
}
