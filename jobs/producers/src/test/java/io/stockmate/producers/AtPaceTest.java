package io.stockmate.producers;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Trade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AtPaceTest {
    private static final long START = 1_000_000;
    private static final long DAY = 86_400_000;
    private static final Pace PACE = new Pace(1_000, START);

    private final List<Event> heard = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final Producer atPace = new AtPace(PACE, new Producer() {
        @Override
        public void observe(Event event) {
            heard.add(event);
        }

        @Override
        public List<Submission> step(long time) {
            times.add(time);
            NewOrder order = OrderTicket.limit(Side.BUY, 1, 100).until(time + 5).as("a");
            return List.of(new Submission.OfCommand(new Command("MUG", "ANN", Absent.NUMBER, order)));
        }
    });

    @Test
    void aSecondOfBookTimeIsFeltAsAMillisecond() {
        List<Submission> said = atPace.step(START + 7_000);
        assertThat(times).containsExactly(START + 7);
        Command command = ((Submission.OfCommand) said.get(0)).command();
        assertThat(((NewOrder) command.body()).expireTime()).isEqualTo(START + 12_000);
    }

    @Test
    void daysUntilADeliveryStayDays() {
        Trade trade =
                new Trade("MUG-T-1", 100, 1, "MUG-1", "MUG-2", "A", "B", Side.BUY, "EUR", START + 4_000 + 3 * DAY);
        atPace.observe(new Event(
                new EventHeader("MUG", 1, 1, "MUG-1", START + 4_000), 0, new Cause("s", "1", 0, START), trade));
        assertThat(heard.get(0).header().ts()).isEqualTo(START + 4);
        assertThat(((Trade) heard.get(0).body()).dueAt()).isEqualTo(START + 4 + 3 * DAY);
    }

    @Test
    void aWeekHasQuietNightsAndBusySaturdays() {
        long saturdayEvening = Instant.parse("2026-11-28T18:30:00Z").toEpochMilli();
        long mondayNight = Instant.parse("2026-11-23T03:00:00Z").toEpochMilli();
        assertThat(ShoppingWeek.percent(saturdayEvening)).isEqualTo(100);
        assertThat(ShoppingWeek.percent(mondayNight)).isEqualTo(3);
        assertThat(ShoppingWeek.percent(saturdayEvening + 7 * DAY)).isEqualTo(100);
    }
}
