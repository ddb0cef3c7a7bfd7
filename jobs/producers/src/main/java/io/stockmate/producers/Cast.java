package io.stockmate.producers;

import java.util.ArrayList;
import java.util.List;

/** Who takes part, and how often each kind of agent has its turn. */
final class Cast {
    private static final int MAKERS = 3;
    private static final int TRADERS = 8;
    private static final int SHOPS = 6;
    private static final int SHOPS_PER_GOODS = 3;
    private static final int SUPPLIERS = 4;
    private static final int SUPPLIERS_PER_GOODS = 2;
    private static final long SHARES_AT_OPENING = 1_000_000;
    private static final long LOTS_AT_OPENING = 30;
    private static final long LOTS_AT_OPENING_MIN = 8;

    private final List<Troupe> troupes = new ArrayList<>();
    private long shares;

    /** Agents of a kind and how many of 1000 turns are theirs. */
    private record Troupe(int turns, List<Agent> agents) {}

    /** @param rate commands per second: stocks and queues grow with it, so that goods run out seldom, but do */
    void fill(
            List<Pit> sharePits, List<Pit> goodsPits, List<Pit> all, Opening opening, int rate, DemandPattern pattern) {
        int ordersMax = 6 * Math.max(1, rate / DemoMarket.RATE_DEFAULT);
        long lots = Math.max(LOTS_AT_OPENING_MIN, LOTS_AT_OPENING * rate / DemoMarket.RATE_DEFAULT);
        List<Agent> makers = new ArrayList<>();
        List<Agent> traders = new ArrayList<>();
        for (Pit pit : sharePits) {
            fillShare(pit, makers, traders, opening, ordersMax);
        }
        List<Agent> shops = new ArrayList<>();
        List<Agent> customers = new ArrayList<>();
        List<Agent> suppliers = new ArrayList<>();
        for (int i = 0; i < goodsPits.size(); i++) {
            fillGoods(goodsPits.get(i), i, shops, customers, suppliers, opening, lots, pattern);
        }
        add(300, makers);
        add(350, traders);
        add(110, shops);
        add(120, customers);
        add(80, suppliers);
        add(12, List.of(new CarelessProducer(all)));
        add(8, List.of(new BrokenProducer(all)));
        add(10, List.of(new Carts(goodsPits, pattern)));
        add(5, List.of(new BackOffice(goodsPits)));
        add(5, List.of(new Operator(goodsPits)));
    }

    Agent next(Floor floor) {
        long turn = floor.between(1, shares);
        for (Troupe troupe : troupes) {
            turn -= troupe.turns();
            if (turn <= 0) {
                return floor.pick(troupe.agents());
            }
        }
        throw new IllegalStateException("turn " + turn + " belongs to nobody");
    }

    private void add(int turns, List<Agent> agents) {
        troupes.add(new Troupe(turns, List.copyOf(agents)));
        shares += turns;
    }

    private static void fillShare(Pit pit, List<Agent> makers, List<Agent> traders, Opening opening, int ordersMax) {
        for (int n = 1; n <= MAKERS; n++) {
            Desk desk = pit.desk("MM-" + n);
            opening.stock(desk, SHARES_AT_OPENING);
            makers.add(new MarketMaker(pit, desk, SHARES_AT_OPENING, n, n, 5, 100L * n));
        }
        for (int n = 1; n <= TRADERS; n++) {
            Desk desk = pit.desk("TRADER-" + n);
            if (n < TRADERS) {
                opening.stock(desk, SHARES_AT_OPENING);
            }
            traders.add(new Trader(pit, desk, 60L + 30L * n, ordersMax));
        }
    }

    private static void fillGoods(
            Pit pit,
            int place,
            List<Agent> shops,
            List<Agent> customers,
            List<Agent> suppliers,
            Opening opening,
            long lots,
            DemandPattern pattern) {
        long orderUpTo = lots * pit.listing().lot();
        List<Desk> shopDesks = new ArrayList<>();
        for (int n = 0; n < SHOPS_PER_GOODS; n++) {
            Desk desk = pit.desk(DemoMarket.shop(1 + (place + 2 * n) % SHOPS));
            opening.stock(desk, orderUpTo);
            shopDesks.add(desk);
            shops.add(new Shop(pit, desk, orderUpTo, n));
        }
        for (int n = 0; n < SUPPLIERS_PER_GOODS; n++) {
            Desk desk = pit.desk("SUPPLIER-" + (1 + (place + n) % SUPPLIERS));
            opening.stock(desk, orderUpTo);
            suppliers.add(new Supplier(pit, desk, shopDesks, orderUpTo));
        }
        customers.add(new Customers(pit, 3, pattern));
    }
}
