package io.stockmate.connectors.projection;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.ConfirmPayment;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.MoveKind;
import io.stockmate.core.message.MoveStock;
import io.stockmate.core.message.PaymentStatus;
import io.stockmate.core.message.Side;
import io.stockmate.core.projection.Tape;
import java.util.List;
import java.util.Random;

/** Seeded commands that meet each other often: few accounts, few prices, ids used again and orders changed. */
final class RandomTape {
    private static final List<String> ACCOUNTS = List.of("ANN", "BOB", "SUE");

    private final Random random;
    private int ids;

    private RandomTape(long seed) {
        random = new Random(seed);
    }

    static List<Event> events(long seed, String symbol, int commands) {
        RandomTape script = new RandomTape(seed);
        Tape tape = new Tape(symbol);
        for (int i = 0; i < commands; i++) {
            script.speak(tape, symbol);
        }
        return tape.events();
    }

    private void speak(Tape tape, String symbol) {
        String account = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3, 4 ->
                tape.limit(
                        account,
                        random.nextInt(8) == 0 ? earlierId() : "id-" + ++ids,
                        random.nextBoolean() ? Side.BUY : Side.SELL,
                        1 + random.nextInt(20),
                        9_9900 + 100L * random.nextInt(5),
                        random.nextBoolean() ? "cart-" + ids / 4 : null);
            case 5, 6 ->
                tape.replace(
                        account, "id-" + ++ids, earlierId(), 1 + random.nextInt(30), 9_9900 + 100L * random.nextInt(5));
            case 7 -> tape.cancel(account, "id-" + ++ids, earlierId());
            case 8 ->
                tape.send(account, new MoveStock("move-" + ++ids, MoveKind.RECEIPT, 5, null, null, Absent.NUMBER));
            default ->
                tape.send(
                        "PAY",
                        new ConfirmPayment(
                                "pay-" + ++ids,
                                symbol + "-" + (2 + random.nextInt(20)),
                                1 + random.nextInt(50_000),
                                random.nextBoolean() ? PaymentStatus.CAPTURED : PaymentStatus.FAILED));
        }
    }

    private String earlierId() {
        return "id-" + (1 + random.nextInt(Math.max(1, ids)));
    }
}
