package io.stockmate.producers;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Command;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class CartsTest {
    @Test
    void aCartHoldsDifferentGoodsOfOneCustomer() {
        Session session = new Session(new DemoMarket(7, 100, "r"), 3, true);
        session.run(60_000, event -> {});
        Map<String, List<Command>> carts = new TreeMap<>();
        session.submissions().forEach(said -> {
            if (said instanceof Submission.OfCommand of
                    && of.command().body() instanceof NewOrder order
                    && order.listId() != null) {
                carts.computeIfAbsent(order.listId(), id -> new ArrayList<>()).add(of.command());
            }
        });
        assertThat(carts).hasSizeGreaterThan(20);
        assertThat(carts.values()).allSatisfy(orders -> {
            assertThat(orders).hasSizeBetween(2, 4);
            assertThat(orders.stream().map(Command::account).distinct()).hasSize(1);
            assertThat(orders.stream().map(Command::symbol)).doesNotHaveDuplicates();
            assertThat(orders).allMatch(command -> ((NewOrder) command.body()).side() == Side.BUY);
        });
    }
}
