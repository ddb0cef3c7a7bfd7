package io.stockmate.producers;

import io.stockmate.core.message.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A market to look at: three shares with market makers and traders, sixteen kinds of goods with shops, customers and
 * suppliers, and producers who make mistakes. All chance comes from one seed: the same seed and the same calls give the
 * same submissions.
 *
 * <p>What works and what is in stock it knows from events alone. One that has observed the events of an earlier run
 * goes on from there; one that has not opens the market anew, which does no harm to a market that is open.
 */
public final class DemoMarket implements Producer {
    private static final String SHOP_PREFIX = "SHOP-";

    /** Commands per second, of all agents together. */
    public static final int RATE_DEFAULT = 100;

    private static final int IDLE_TURNS_MAX = 200;

    private final Floor floor;
    private final CommandBudget budget;
    private final Map<String, Pit> pits = new LinkedHashMap<>();
    private final Opening opening;
    private final Agent carrier;
    private final Cast cast = new Cast();
    private long submitted;
    private boolean started;

    /**
     * @param rate commands per second, of all agents together; the few that open the market come on top
     * @param runId starts every id: {@code [A-Za-z0-9_-]}, at most 40 characters, another one for each run
     */
    public DemoMarket(long seed, int rate, String runId) {
        this(seed, rate, runId, DemandPattern.STEADY);
    }

    /** As the other, with customers who follow a pattern. */
    public DemoMarket(long seed, int rate, String runId, DemandPattern pattern) {
        if (!runId.matches("[A-Za-z0-9_-]{1,40}")) {
            throw new IllegalArgumentException("the run's id is '" + runId
                    + "'; it must be 1 to 40 characters of A-Z, a-z, 0-9, _ and -, since every id starts with it");
        }
        budget = new CommandBudget(rate);
        floor = new Floor(seed, runId);
        List<Pit> shares = open(Listings.SHARES, 250, 24);
        List<Pit> goods = open(Listings.GOODS, 3_000, 6);
        List<Pit> all = new ArrayList<>(pits.values());
        opening = new Opening(all, goods);
        carrier = new Carrier(all);
        cast.fill(shares, goods, all, opening, rate, pattern);
    }

    /** The account of the n-th shop, from 1. */
    static String shop(int n) {
        return SHOP_PREFIX + n;
    }

    static boolean isShop(String account) {
        return account.startsWith(SHOP_PREFIX);
    }

    @Override
    public void observe(Event event) {
        Pit pit = pits.get(event.symbol());
        if (pit != null) {
            pit.observe(event);
        }
    }

    @Override
    public List<Submission> step(long time) {
        floor.advance(time);
        budget.advance(floor.time());
        if (!started) {
            started = true;
            pits.values().forEach(Pit::resume);
        }
        pits.values().forEach(pit -> pit.fairValue().move(floor));
        opening.act(floor);
        int opened = floor.said();
        int idleTurns = 0;
        int spent = 0;
        while (budget.allowsOne() && idleTurns < IDLE_TURNS_MAX) {
            carrier.act(floor);
            cast.next(floor).act(floor);
            int fresh = floor.said() - opened - spent;
            budget.spend(fresh);
            spent += fresh;
            idleTurns = fresh == 0 ? idleTurns + 1 : 0;
        }
        submitted += floor.said();
        return floor.takeSaid();
    }

    /** How many submissions it has made. */
    public long submitted() {
        return submitted;
    }

    /** How many working orders its agents know of. */
    public int workingOrders() {
        int orders = 0;
        for (Pit pit : pits.values()) {
            for (Desk desk : pit.desks()) {
                orders += desk.working().size();
            }
        }
        return orders;
    }

    private List<Pit> open(List<Listing> listings, long stepMs, long jumpTicks) {
        List<Pit> opened = new ArrayList<>(listings.size());
        for (Listing listing : listings) {
            Pit pit = new Pit(listing, new FairValue(listing, stepMs, jumpTicks));
            pits.put(listing.symbol(), pit);
            opened.add(pit);
        }
        return opened;
    }
}
