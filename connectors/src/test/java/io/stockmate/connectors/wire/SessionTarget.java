package io.stockmate.connectors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.fuzz.FuzzTarget;
import io.stockmate.core.market.Market;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.market.PieceSink;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.Event;
import io.stockmate.core.reference.OrderLives;
import io.stockmate.core.reference.TradeCorrections;
import io.stockmate.core.reference.TradeFills;
import io.stockmate.core.state.HeapPieces;
import io.stockmate.core.state.PieceStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * A market whose commands are the input's lines, from the bytes to the events: whatever they are, each that is
 * understood is answered, every answer can be read, no quantity is lost or won, and a market that is made of its written
 * state now and then answers the same.
 */
final class SessionTarget implements FuzzTarget.Decoder {
    static final String SYMBOL = "SKU-001";
    static final MarketRules RULES = MarketRules.of(List.of("OPS"), MarketRules.CORRECTABLE_MS_DEFAULT);

    private static final int COMMANDS_MAX = 100;
    private static final int SNAPSHOT_EVERY = 8;
    private static final EventCodec EVENTS = new EventCodec();

    /** Time between two commands. */
    private static final long PAUSE_MS = 1_000;

    @Override
    public void decode(byte[] input) {
        Run run = new Run();
        List<byte[]> lines = lines(input);
        for (int i = 0; i < lines.size(); i++) {
            Cause cause = new Cause("shardId-000000000000", Integer.toString(i + 1), 0, PAUSE_MS * (i + 1));
            run.take(new ArrivedRecord(cause, SYMBOL, lines.get(i)));
            if (i % SNAPSHOT_EVERY == SNAPSHOT_EVERY - 1) {
                run.restore();
            }
        }
        judge(run.events);
    }

    private static List<byte[]> lines(byte[] input) {
        List<byte[]> lines = new ArrayList<>();
        int begin = 0;
        for (int at = 0; at <= input.length && lines.size() < COMMANDS_MAX; at++) {
            if (at == input.length || input[at] == '\n') {
                lines.add(Arrays.copyOfRange(input, begin, at));
                begin = at + 1;
            }
        }
        return lines;
    }

    /** One market that runs on, and one that is restored. */
    private static final class Run implements PieceSink {
        final List<Event> events = new ArrayList<>();
        private final Market steady = Market.open(RULES, SYMBOL);
        private final Map<String, byte[]> pieces = new TreeMap<>();
        private final PieceStore archive = new HeapPieces();
        private Market restored = Market.load(RULES, SYMBOL, List.of(), archive);

        void take(ArrivedRecord record) {
            if (new CommandCodec().decode(record) instanceof Decoded.Understood understood) {
                Command command = understood.command();
                List<Event> answer = new ArrayList<>();
                List<Event> again = new ArrayList<>();
                steady.apply(command, record.cause(), answer::add);
                restored.apply(command, record.cause(), again::add);
                assertThat(answer).isNotEmpty();
                assertThat(again).isEqualTo(answer);
                for (Event event : answer) {
                    assertThat(EVENTS.decode(EVENTS.encode(event))).isEqualTo(event);
                }
                events.addAll(answer);
            }
        }

        void restore() {
            restored.writeChanges(this);
            restored = Market.load(RULES, SYMBOL, pieces.entrySet(), archive);
        }

        @Override
        public void put(String piece, byte[] bytes) {
            pieces.put(piece, bytes);
        }

        @Override
        public void remove(String piece) {
            pieces.remove(piece);
        }
    }

    private static void judge(List<Event> events) {
        List<String> breaches = new ArrayList<>();
        BiConsumer<Event, String> breach = (event, problem) -> breaches.add(event.seq() + " " + problem);
        OrderLives lives = new OrderLives(breach);
        TradeFills fills = new TradeFills(breach);
        TradeCorrections corrections = new TradeCorrections(breach);
        for (Event event : events) {
            if (event.seq() > 0) {
                lives.accept(event);
                fills.accept(event);
                corrections.accept(event);
            }
        }
        fills.end();
        corrections.end();
        assertThat(breaches).isEmpty();
        assertThat(lives.hasGap()).isFalse();
    }
}
