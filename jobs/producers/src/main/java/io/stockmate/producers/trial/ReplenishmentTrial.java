package io.stockmate.producers.trial;

import io.stockmate.core.demand.inventory.Approval;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.message.SuggestedAction;
import io.stockmate.producers.Producer;
import io.stockmate.producers.Submission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The shops and their customers, as a producer. The same seed brings the same customers to the shops of every rule, and
 * deliveries that take as long; a customer who does not get all that he asks for goes away.
 */
public final class ReplenishmentTrial implements Producer {
    /** The account that orders, in every shop. */
    public static final String SHOP = TrialShop.SHOP;

    private static final long HOUR_MS = 3_600_000;
    private static final long DAY_MS = 24 * HOUR_MS;

    /** Shops review when the day before is closed and what it suggests may be known. */
    private static final long REVIEW_AT_MS = 3 * HOUR_MS;

    private final Map<String, TrialShop> shops = new LinkedHashMap<>();
    private final Map<Goods, Crowd> crowds = new LinkedHashMap<>();
    private final ConcurrentLinkedQueue<ReplenishmentSuggestion> suggestions = new ConcurrentLinkedQueue<>();
    private final Set<String> approved = new HashSet<>();
    private final SplittableRandom random;
    private boolean isOpen;
    private long servedUntil;
    private long reviewedDay;

    /**
     * @param runId starts every id: see {@link io.stockmate.producers.DemoMarket}
     * @param openedAt book time, epoch milliseconds UTC
     */
    public ReplenishmentTrial(long seed, String runId, long openedAt) {
        this.random = new SplittableRandom(seed);
        this.servedUntil = openedAt - Math.floorMod(openedAt, HOUR_MS) + HOUR_MS;
        this.reviewedDay = Math.floorDiv(openedAt, DAY_MS);
        for (Goods goods : Goods.ALL) {
            crowds.put(goods, new Crowd(random.split(), goods, openedAt));
            Transit transit = new Transit(random.nextLong(), goods);
            for (Ordering ordering : Ordering.values()) {
                TrialShop shop = new TrialShop(ordering, goods, runId, transit);
                shops.put(shop.symbol(), shop);
            }
        }
    }

    /** Takes notice of a suggestion, on any thread; the next step approves it where the shop orders so. */
    public void suggest(ReplenishmentSuggestion suggestion) {
        suggestions.add(suggestion);
    }

    @Override
    public void observe(Event event) {
        TrialShop shop = shops.get(event.symbol());
        if (shop != null) {
            shop.observe(event);
        }
    }

    @Override
    public List<Submission> step(long time) {
        if (!isOpen) {
            isOpen = true;
            shops.values().forEach(TrialShop::open);
        }
        for (; servedUntil + HOUR_MS <= time; servedUntil += HOUR_MS) {
            serve(servedUntil);
        }
        approve();
        long day = Math.floorDiv(time - REVIEW_AT_MS, DAY_MS);
        if (day > reviewedDay) {
            reviewedDay = day;
            shops.values().forEach(TrialShop::review);
        }
        List<Submission> said = new ArrayList<>();
        for (TrialShop shop : shops.values()) {
            shop.tend(time);
            said.addAll(shop.takeSaid());
        }
        return said;
    }

    private void serve(long hour) {
        crowds.forEach((goods, crowd) -> {
            for (long units : crowd.units(hour)) {
                String customer = "C-" + (1 + random.nextInt(1_000));
                for (Ordering ordering : Ordering.values()) {
                    TrialShop shop = shops.get(ordering.symbol(goods.place()));
                    if (shop != null) {
                        shop.serve(customer, units);
                    }
                }
            }
        });
    }

    /** As {@code stockmate approve} does: neither what another took the place of, nor what is settled by an order. */
    private void approve() {
        List<ReplenishmentSuggestion> told = new ArrayList<>();
        for (ReplenishmentSuggestion next = suggestions.poll(); next != null; next = suggestions.poll()) {
            told.add(next);
        }
        for (ReplenishmentSuggestion each : told) {
            TrialShop shop = shops.get(each.symbol());
            if (shop != null
                    && shop.ordering() == Ordering.SUGGESTED
                    && each.account().equals(SHOP)
                    && each.action() == SuggestedAction.RELEASE
                    && Approval.successor(each, told).isEmpty()
                    && shop.approve(each)) {
                approved.add(each.suggestionId());
            }
        }
    }

    /** Whether the shops do more at a time than to serve who comes: they open, or order and receive once a day. */
    public boolean isBusyAt(long time) {
        return !isOpen || Math.floorDiv(time - REVIEW_AT_MS, DAY_MS) > reviewedDay;
    }

    /** How many suggestions were approved. */
    public int approved() {
        return approved.size();
    }
}
