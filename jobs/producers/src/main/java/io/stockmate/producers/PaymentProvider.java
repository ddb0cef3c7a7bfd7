package io.stockmate.producers;

import io.stockmate.connectors.wire.AcceptedCommands;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.BusinessReject;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.ConfirmPayment;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.PaymentStatus;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Trade;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what the demo market's customers owe: moments after an order of theirs has ended it confirms, in the
 * customer's name, that what was bought is paid for. One payment in twelve fails; it is tried three times.
 *
 * <p>What it says depends on the seed and the order alone, its ids too, so one that begins anew says nothing new of
 * what is paid for. What is to be paid it knows from events alone.
 */
public final class PaymentProvider implements Producer {
    private static final String CUSTOMER = "C-";
    private static final int ATTEMPTS_MAX = 3;
    private static final long SOONEST_MS = 500;
    private static final long LATEST_MS = 3_000;
    private static final long AGAIN_AFTER_MS = 5_000;
    private static final long ANSWER_WITHIN_MS = 20_000;

    private final long seed;
    private final AcceptedCommands accepted = new AcceptedCommands();
    private final Map<String, EventSequence> sequences = new HashMap<>();
    private final Map<String, Bill> bills = new LinkedHashMap<>();

    public PaymentProvider(long seed) {
        this.seed = seed;
    }

    @Override
    public void observe(Event event) {
        if (event.seq() >= 1) {
            sequences
                    .computeIfAbsent(event.symbol(), symbol -> new EventSequence(this::hear))
                    .accept(event);
        }
    }

    private void hear(Event event) {
        if (event.body() instanceof Trade trade) {
            if (trade.buyer().startsWith(CUSTOMER)) {
                bills.computeIfAbsent(trade.buyOrderId(), id -> new Bill(event.symbol(), trade.buyer(), id))
                        .add(Math.multiplyExact(trade.price(), trade.qty()));
            }
        } else if (event.body() instanceof ExecutionReport report) {
            Bill bill = bills.get(report.orderId());
            if (bill != null && report.side() == Side.BUY && report.ordStatus().isTerminal()) {
                bill.dueAt(event.header().ts() + bill.chance(seed).nextLong(SOONEST_MS, LATEST_MS));
            }
        } else if (event.body() instanceof BusinessReject reject) {
            if (CommandType.CONFIRM_PAYMENT.wireName().equals(reject.refType())) {
                bills.values().removeIf(bill -> bill.paymentId().equals(reject.refId()));
            }
        } else {
            Command command = accepted.payment(event);
            if (command != null) {
                confirmed((ConfirmPayment) command.body(), event.header().ts());
            }
        }
    }

    private void confirmed(ConfirmPayment payment, long ts) {
        Bill bill = bills.get(payment.orderId());
        if (bill == null || !bill.paymentId().equals(payment.paymentId())) {
            return;
        }
        if (payment.status() == PaymentStatus.CAPTURED || bill.attempt() == ATTEMPTS_MAX) {
            bills.remove(payment.orderId());
        } else {
            bill.tryAgain(ts + AGAIN_AFTER_MS);
        }
    }

    @Override
    public List<Submission> step(long time) {
        List<Submission> said = new ArrayList<>();
        for (Bill bill : bills.values()) {
            if (bill.isDue(time)) {
                PaymentStatus status = bill.fails(seed) ? PaymentStatus.FAILED : PaymentStatus.CAPTURED;
                said.add(new Submission.OfCommand(new Command(
                        bill.symbol(),
                        bill.account(),
                        Absent.NUMBER,
                        new ConfirmPayment(bill.paymentId(), bill.orderId(), bill.amount(), status))));
                bill.dueAt(time + ANSWER_WITHIN_MS);
            }
        }
        return said;
    }

    /** Orders that are under way or not paid for yet. */
    int open() {
        return bills.size();
    }
}
