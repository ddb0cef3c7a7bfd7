package io.stockmate.producers;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.wire.AcceptedCommands;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.ConfirmPayment;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.PaymentStatus;
import io.stockmate.core.message.Trade;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class PaymentProviderTest {
    private static final long DURATION_MS = 60_000;
    private static final List<Event> EVENTS = new ArrayList<>();
    private static final List<ConfirmPayment> CONFIRMED = new ArrayList<>();

    /** A minute of the demo market with its provider, and then a while in which only the provider speaks. */
    @BeforeAll
    static void run() {
        MarketInProcess market = new MarketInProcess();
        DemoMarket demo = new DemoMarket(7, 100, "r");
        PaymentProvider provider = new PaymentProvider(7);
        List<Event> events = List.of();
        for (long time = 0; time < 2 * DURATION_MS; time += Session.STEP_MS) {
            long now = Session.OPENED_AT + time;
            List<Submission> said = new ArrayList<>(provider.step(now, events));
            List<Submission> traded = demo.step(now, events);
            if (time < DURATION_MS) {
                said.addAll(traded);
            }
            events = market.apply(now, said);
            EVENTS.addAll(events);
        }
        AcceptedCommands accepted = new AcceptedCommands();
        for (Event event : EVENTS) {
            Command command = accepted.payment(event);
            if (command != null) {
                assertThat(command.account()).startsWith("C-");
                CONFIRMED.add((ConfirmPayment) command.body());
            }
        }
    }

    @Test
    void everyPaymentIsForWhatTheOrderBought() {
        Map<String, Long> owed = owed();
        assertThat(CONFIRMED).hasSizeGreaterThan(100).allSatisfy(payment -> assertThat(payment.amount())
                .isEqualTo(owed.get(payment.orderId())));
    }

    @Test
    void everyOrderIsPaidOnceUnlessThreeAttemptsFail() {
        Map<String, List<PaymentStatus>> attempts = new TreeMap<>();
        CONFIRMED.forEach(payment -> attempts.computeIfAbsent(payment.orderId(), id -> new ArrayList<>())
                .add(payment.status()));
        assertThat(attempts.keySet()).containsExactlyInAnyOrderElementsOf(ended());
        assertThat(attempts.values()).allSatisfy(tried -> {
            List<PaymentStatus> failed = tried.subList(0, tried.size() - 1);
            assertThat(failed)
                    .containsOnly(failed.isEmpty() ? new PaymentStatus[0] : new PaymentStatus[] {PaymentStatus.FAILED});
            assertThat(tried.get(tried.size() - 1) == PaymentStatus.CAPTURED || tried.size() == 3)
                    .isTrue();
        });
        assertThat(attempts.values()).anyMatch(tried -> tried.size() > 1);
    }

    @Test
    void oneThatHeardEverythingHasNothingMoreToSayInWhateverOrderItHeard() {
        List<Event> shuffled = new ArrayList<>();
        Random random = new Random(3);
        Map<String, List<Event>> bySymbol = new TreeMap<>();
        EVENTS.forEach(event -> bySymbol.computeIfAbsent(event.symbol(), symbol -> new ArrayList<>())
                .add(event));
        bySymbol.values().forEach(events -> {
            List<Event> later = new ArrayList<>(events.subList(1, Math.min(400, events.size())));
            Collections.shuffle(later, random);
            shuffled.add(events.get(0));
            shuffled.addAll(later);
            shuffled.addAll(events.subList(Math.min(400, events.size()), events.size()));
        });
        PaymentProvider anew = new PaymentProvider(7);
        shuffled.stream().filter(event -> event.seq() > 0).forEach(anew::observe);
        assertThat(texts(anew.step(Session.OPENED_AT + 10 * DURATION_MS))).isEmpty();
    }

    @Test
    void oneThatHeardNoAnswersSaysTheSameAgain() {
        PaymentProvider deaf = new PaymentProvider(7);
        EVENTS.stream()
                .filter(event -> event.body() instanceof Trade || event.body() instanceof ExecutionReport)
                .forEach(event -> deaf.observe(renumbered(event)));
        List<String> first = CONFIRMED.stream()
                .filter(payment -> payment.paymentId().endsWith("-1"))
                .map(payment -> payment.paymentId() + payment.amount() + payment.status())
                .toList();
        assertThat(deaf.step(Session.OPENED_AT + 10 * DURATION_MS).stream()
                        .map(said -> (ConfirmPayment)
                                ((Submission.OfCommand) said).command().body())
                        .map(payment -> payment.paymentId() + payment.amount() + payment.status()))
                .containsExactlyInAnyOrderElementsOf(first);
    }

    private final Map<String, Long> numbers = new HashMap<>();

    /** Without a gap, although some events are left out. */
    private Event renumbered(Event event) {
        long seq = numbers.merge(event.symbol(), 1L, Long::sum);
        var header = event.header();
        return new Event(
                new io.stockmate.core.message.EventHeader(
                        header.symbol(), seq, header.commandSeq(), header.execId(), header.ts()),
                event.chain(),
                event.cause(),
                event.body());
    }

    private static Map<String, Long> owed() {
        Map<String, Long> owed = new HashMap<>();
        EVENTS.forEach(event -> {
            if (event.body() instanceof Trade trade && trade.buyer().startsWith("C-")) {
                owed.merge(trade.buyOrderId(), trade.price() * trade.qty(), Long::sum);
            }
        });
        return owed;
    }

    /** Orders of customers that bought something and can buy no more. */
    private static List<String> ended() {
        Map<String, Long> owed = owed();
        return EVENTS.stream()
                .filter(event -> event.body() instanceof ExecutionReport report
                        && report.ordStatus().isTerminal()
                        && owed.containsKey(report.orderId()))
                .map(event -> ((ExecutionReport) event.body()).orderId())
                .distinct()
                .toList();
    }

    private static List<String> texts(List<Submission> said) {
        CommandCodec codec = new CommandCodec();
        return said.stream()
                .map(submission -> new String(submission.data(codec), StandardCharsets.UTF_8))
                .toList();
    }
}
