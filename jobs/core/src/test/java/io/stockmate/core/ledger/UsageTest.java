package io.stockmate.core.ledger;

import static io.stockmate.core.ledger.BookStory.FRIDAY;
import static io.stockmate.core.ledger.BookStory.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Side;
import org.junit.jupiter.api.Test;

class UsageTest {
    private static final long NONE = Absent.NUMBER;

    @Test
    void usageIsToldWhenItsHourIsOver() {
        BookStory story = BookStory.standard()
                .defines()
                .orders("BOB")
                .orders("BOB")
                .trades(1, 5, Side.BUY)
                .trades("BOB", "BOB", 1, 2, Side.BUY, NONE);
        assertThat(story.later(HOUR - 1).ticks().books.usage).isEmpty();
        story.later(1).ticks();
        assertThat(story.books.usage)
                .extracting(each -> each.identifier() + " " + each.value())
                .containsExactly(
                        "ORDERS/BOB/S/2026030610 2",
                        "TRADES/BOB/S/2026030610 3",
                        "VOLUME/BOB/S/2026030610 9",
                        "TRADES/SUE/S/2026030610 1",
                        "VOLUME/SUE/S/2026030610 5");
        assertThat(story.books.usage).allSatisfy(each -> {
            assertThat(each.hour()).isEqualTo(FRIDAY);
            assertThat(each.seq()).isEqualTo(story.seq);
        });
        assertThat(story.later(HOUR).orders("ANN").later(HOUR).ticks().books.usage)
                .hasSize(6);
    }

    @Test
    void identifierOfTheLongestNamesFitsAMeterEvent() {
        String account = "A".repeat(32);
        BookStory story =
                BookStory.standard().defines().orders(account).later(HOUR).ticks();
        String identifier = story.books.usage.get(0).identifier().replace("/S/", "/" + "S".repeat(32) + "/");
        assertThat(identifier).hasSizeLessThanOrEqualTo(100);
    }
}
