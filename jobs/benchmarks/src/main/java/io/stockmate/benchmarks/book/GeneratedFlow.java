package io.stockmate.benchmarks.book;

import java.util.Random;

/** Seeded order flows that recorded ones do not hold. Prices are in ticks. */
public final class GeneratedFlow {
    private static final long MIDDLE_AT_FIRST = 100_000;
    private static final int LEVELS = 250;
    private static final int RESTING_AT_MOST = 20_000;
    private static final int MESSAGES_PER_JUMP = 10_000;
    private static final int QUANTITY_AT_MOST = 100;

    private final Random random;
    private final OrderColumns flow;

    /** Ids of orders that rest, or rested and filled: the flow does not know which. */
    private final long[] live = new long[RESTING_AT_MOST];

    private final boolean[] liveIsBuy = new boolean[RESTING_AT_MOST];
    private int lives;
    private long ids;
    private long middle = MIDDLE_AT_FIRST;

    private GeneratedFlow(long seed, int messages) {
        random = new Random(seed);
        flow = new OrderColumns(messages);
    }

    /** Seven messages of ten move an order somewhere among 250 levels of its side; a few cross. */
    public static OrderFlow priceMoves(long seed, int messages) {
        GeneratedFlow generated = new GeneratedFlow(seed, messages);
        for (int i = 0; i < messages; i++) {
            int kind = generated.random.nextInt(100);
            if (kind < 70 && generated.lives > 0) {
                generated.move();
            } else if (kind < 85 || generated.lives == 0) {
                generated.enter();
            } else {
                generated.cancel();
            }
        }
        return generated.flow;
    }

    /**
     * The price jumps by 20 to 40 per cent, up or down, every ten thousand messages; old orders stay where they were.
     */
    public static OrderFlow jumps(long seed, int messages) {
        GeneratedFlow generated = new GeneratedFlow(seed, messages);
        for (int i = 0; i < messages; i++) {
            if (i % MESSAGES_PER_JUMP == MESSAGES_PER_JUMP - 1) {
                generated.jump();
            }
            int kind = generated.random.nextInt(100);
            if (kind < 20 && generated.lives > 0) {
                generated.move();
            } else if (kind < 62 || generated.lives == 0) {
                generated.enter();
            } else if (kind < 97) {
                generated.cancel();
            } else {
                generated.take();
            }
        }
        return generated.flow;
    }

    private void jump() {
        long by = 20 + random.nextInt(21);
        boolean up = middle <= MIDDLE_AT_FIRST / 2 || middle < 4 * MIDDLE_AT_FIRST && random.nextBoolean();
        middle = up ? middle * 100 / (100 - by) : middle * (100 - by) / 100;
    }

    private void enter() {
        boolean buy = random.nextBoolean();
        flow.add(OrderFlow.Kind.NEW, buy, true, quantity(), flow.size() + 1, ++ids, price(buy));
        int place = lives < RESTING_AT_MOST ? lives++ : random.nextInt(RESTING_AT_MOST);
        live[place] = ids;
        liveIsBuy[place] = buy;
    }

    /** Immediate-or-cancel, against some levels of the other side. */
    private void take() {
        boolean buy = random.nextBoolean();
        long price = middle + (buy ? 1 : -1) * (1 + random.nextInt(20));
        flow.add(OrderFlow.Kind.NEW, buy, false, 5L * quantity(), flow.size() + 1, ++ids, price);
    }

    private void move() {
        int place = random.nextInt(lives);
        boolean buy = liveIsBuy[place];
        flow.add(OrderFlow.Kind.MOVE_PRICE, buy, true, 0, flow.size() + 1, live[place], price(buy));
    }

    private void cancel() {
        int place = random.nextInt(lives);
        flow.add(OrderFlow.Kind.CANCEL, liveIsBuy[place], true, 0, flow.size() + 1, live[place], 0);
        lives--;
        live[place] = live[lives];
        liveIsBuy[place] = liveIsBuy[lives];
    }

    /** Within 250 levels of the middle; one in fifty reaches over it. */
    private long price(boolean buy) {
        long behind = random.nextInt(50) == 0 ? -2 : 1 + random.nextInt(LEVELS);
        return middle + (buy ? -behind : behind);
    }

    private int quantity() {
        return 1 + random.nextInt(QUANTITY_AT_MOST);
    }
}
