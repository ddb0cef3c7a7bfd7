package io.stockmate.local.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.chain.Chain;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Trade;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class TallyTest {
    private static final long START = 1_000_000;
    private static final String SHARD = "shardId-000000000000";
    private static final String TICK = "{\"type\":\"Tick\",\"symbol\":\"AAPL\",\"account\":\"CLOCK\"}";

    private final Tally tally = new Tally(RunClock.real(START));
    private long lastSeq;
    private long chain;

    @Test
    void aCommandIsUnansweredUntilItsEventComes() {
        command(7, START + 10, TICK);
        assertThat(tally.score().unanswered()).isEqualTo(1);
        assertThat(tally.score().oldestUnansweredAt()).isEqualTo(START + 10);

        event(1, 7, START + 10, START + 60, new Accepted("Tick", "{}"));
        assertThat(tally.score().unanswered()).isZero();
        assertThat(tally.latencies().max()).isEqualTo(50);
        assertThat(tally.score().commands("Tick")).isEqualTo(1);
        assertThat(tally.score().events("Accepted")).isEqualTo(1);
        assertThat(tally.score().symbols()).isEqualTo(1);
    }

    @Test
    void aRecordThatCannotBeUnderstoodIsADeadLetterAndWaitsForNothing() {
        command(7, START, "not json");
        assertThat(tally.score().deadLetters()).isEqualTo(1);
        assertThat(tally.score().unanswered()).isZero();
        assertThat(tally.score().commandsInAll()).isZero();
    }

    @Test
    void tradesOfEarlierRunsCountInTheDirectoryOnly() {
        event(1, 1, START - 100, START - 50, trade("AAPL-T-1"));
        event(2, 2, START + 100, START + 150, trade("AAPL-T-2"));
        assertThat(tally.score().trades()).isEqualTo(2);
        assertThat(tally.score().events("Trade")).isEqualTo(1);
        assertThat(tally.score().firstTradeAt()).isEqualTo(START + 150);
    }

    @Test
    void anEventThatComesAgainCountsOnce() {
        event(1, 1, START - 100, START - 50, trade("AAPL-T-1"));
        event(1, 1, START - 100, START + 50, trade("AAPL-T-1"));
        assertThat(tally.score().trades()).isEqualTo(1);
        assertThat(tally.score().repeats()).isEqualTo(1);
        assertThat(tally.score().eventsInAll()).isZero();
    }

    @Test
    void theTimeACommandWaitedBetweenRunsIsNoLatency() {
        event(1, 1, START - 100, START + 50, trade("AAPL-T-1"));
        assertThat(tally.latencies().count()).isZero();
        assertThat(tally.score().eventsInAll()).isEqualTo(1);
    }

    private void command(int sequenceNumber, long arrivedAt, String json) {
        tally.command(new ArrivedRecord(
                new Cause(SHARD, Integer.toString(sequenceNumber), 0, arrivedAt),
                "AAPL",
                json.getBytes(StandardCharsets.UTF_8)));
    }

    private void event(long seq, int cause, long causeArrivedAt, long arrivedAt, EventBody body) {
        EventHeader header = new EventHeader("AAPL", seq, seq, "AAPL-" + seq, causeArrivedAt);
        if (seq > lastSeq) {
            chain = new Chain().next(chain, header, body);
            lastSeq = seq;
        }
        Event event = new Event(header, chain, new Cause(SHARD, Integer.toString(cause), 0, causeArrivedAt), body);
        tally.event(
                new ArrivedRecord(new Cause(SHARD, "9" + seq, 0, arrivedAt), "AAPL", new EventCodec().encode(event)));
    }

    private static Trade trade(String tradeId) {
        return new Trade(tradeId, 1, 1, "AAPL-1", "AAPL-2", "ANN", "BOB", Side.BUY, "USD", Absent.NUMBER);
    }
}
