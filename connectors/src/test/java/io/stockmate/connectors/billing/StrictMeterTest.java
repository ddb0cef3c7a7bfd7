package io.stockmate.connectors.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class StrictMeterTest {
    private final TestClock clock = new TestClock();
    private final StrictMeter meter = new StrictMeter(clock);

    @Test
    void anIdentifierCountsOnceInTwentyFourHoursAndAgainAfterwards() {
        assertThat(answer("a", TestClock.NOON)).isEqualTo(MeterAnswer.Kind.ACCEPTED);
        clock.pass(Duration.ofHours(24).minusMillis(1));
        assertThat(answer("a", TestClock.NOON)).isEqualTo(MeterAnswer.Kind.DUPLICATE);
        clock.pass(Duration.ofMillis(1));
        assertThat(answer("a", TestClock.NOON)).isEqualTo(MeterAnswer.Kind.ACCEPTED);
    }

    @Test
    void timesFromThirtyFiveDaysAgoToFiveMinutesAheadCount() {
        assertThat(answer("a", TestClock.NOON.minus(Duration.ofDays(35)))).isEqualTo(MeterAnswer.Kind.ACCEPTED);
        assertThat(answer("b", TestClock.NOON.minus(Duration.ofDays(35)).minusSeconds(1)))
                .isEqualTo(MeterAnswer.Kind.REFUSED);
        assertThat(answer("c", TestClock.NOON.plusSeconds(300))).isEqualTo(MeterAnswer.Kind.ACCEPTED);
        assertThat(answer("d", TestClock.NOON.plusSeconds(301))).isEqualTo(MeterAnswer.Kind.REFUSED);
    }

    @Test
    void anIdentifierHasAtMostAHundredCharacters() {
        assertThat(answer("i".repeat(100), TestClock.NOON)).isEqualTo(MeterAnswer.Kind.ACCEPTED);
        assertThat(answer("i".repeat(101), TestClock.NOON)).isEqualTo(MeterAnswer.Kind.REFUSED);
        assertThat(answer("", TestClock.NOON)).isEqualTo(MeterAnswer.Kind.REFUSED);
    }

    @Test
    @Timeout(20)
    void aDayOfManyIdentifiersTakesMoments() {
        for (int batch = 0; batch < 300; batch++) {
            List<MeterEvent> events = new ArrayList<>();
            for (int n = 0; n < 1_000; n++) {
                events.add(new MeterEvent("orders", "cus_1", 1, batch + "-" + n, TestClock.NOON));
            }
            meter.send(events);
        }
        assertThat(meter.counted()).isEqualTo(300_000);
    }

    private MeterAnswer.Kind answer(String identifier, Instant timestamp) {
        return meter.send(List.of(new MeterEvent("orders", "cus_1", 1, identifier, timestamp)))
                .get(0)
                .kind();
    }
}
