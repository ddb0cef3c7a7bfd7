package io.stockmate.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventType;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.Specimens;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class EventTextTest {
    @Test
    void everyEventHasALineOfItsOwn() {
        assertThat(events()).allSatisfy(event -> assertThat(EventText.line(event))
                .contains(event.symbol())
                .doesNotContain("\n", "null", Long.toString(Long.MIN_VALUE)));
    }

    @Test
    void refusalsAreToldFromTheRest() {
        for (Event event : events()) {
            boolean expected =
                    switch (event.body().type()) {
                        case ORDER_CANCEL_REJECT, BUSINESS_REJECT -> true;
                        case EXECUTION_REPORT -> ((ExecutionReport) event.body()).execType() == ExecType.REJECTED;
                        default -> false;
                    };
            assertThat(EventText.refuses(event)).as(EventText.line(event)).isEqualTo(expected);
        }
    }

    private static List<Event> events() {
        return Stream.of(EventType.values())
                .flatMap(type -> Stream.of(Specimens.full(type), Specimens.bare(type)))
                .map(Specimens::event)
                .toList();
    }
}
