package io.stockmate.connectors.firehose;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventType;
import io.stockmate.core.message.Specimens;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatusLineTest {
    static Stream<EventBody> bodies() {
        return Specimens.eventBodies().stream();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void isTheEventAndOneNewline(EventBody body) {
        byte[] json = new EventCodec().encode(Specimens.event(body));
        String line = new String(new StatusLine().serialize(Specimens.event(body)), StandardCharsets.UTF_8);
        assertThat(line).isEqualTo(new String(json, StandardCharsets.UTF_8) + "\n");
        assertThat(line.lines()).hasSize(1);
    }

    @Test
    void reportsAndRejectsAreStatuses() {
        Set<EventType> taken = EnumSet.allOf(EventType.class).stream()
                .filter(type -> OrderStatusSink.takes(Specimens.event(Specimens.full(type))))
                .collect(Collectors.toSet());
        assertThat(taken)
                .containsExactlyInAnyOrder(
                        EventType.EXECUTION_REPORT, EventType.ORDER_CANCEL_REJECT, EventType.BUSINESS_REJECT);
    }
}
