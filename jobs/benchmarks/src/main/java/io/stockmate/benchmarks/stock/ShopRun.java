package io.stockmate.benchmarks.stock;

/** All items under one policy, with the tally of what each sold and held once it is under way. */
final class ShopRun {
    private final LevelPolicy policy;
    private final Shelf[] shelves;
    private final double[] demanded;
    private final double[] sold;
    private final double[] held;
    private final double[] soldToday;
    private int days;

    ShopRun(LevelPolicy policy, int items) {
        this.policy = policy;
        shelves = new Shelf[items];
        for (int i = 0; i < items; i++) {
            shelves[i] = new Shelf();
        }
        demanded = new double[items];
        sold = new double[items];
        held = new double[items];
        soldToday = new double[items];
    }

    /** Starts with the levels on the shelves. */
    void open(Evening evening) {
        double[] levels = policy.levels(evening);
        for (int i = 0; i < shelves.length; i++) {
            shelves[i].fill(levels[i]);
        }
    }

    /** Sells what customers ask for during the day. */
    void sell(double[] asked, boolean counted) {
        days += counted ? 1 : 0;
        for (int i = 0; i < shelves.length; i++) {
            soldToday[i] = shelves[i].sell(asked[i]);
            if (counted) {
                demanded[i] += asked[i];
                sold[i] += soldToday[i];
                held[i] += shelves[i].onHand();
            }
        }
    }

    void close(Evening evening, double[] asked) {
        policy.served(asked, soldToday);
        double[] levels = policy.levels(evening);
        for (int i = 0; i < shelves.length; i++) {
            shelves[i].orderUpTo(levels[i]);
        }
    }

    /** Items nobody asked for have no fill rate and count in {@link StockView#UNITS} alone. */
    StockOutcome outcome(StockView view) {
        double fills = 0;
        double weights = 0;
        double stock = 0;
        for (int i = 0; i < shelves.length; i++) {
            double usual = demanded[i] / days;
            if (usual > 0) {
                double weight = view.weight(usual);
                fills += weight * sold[i];
                weights += weight * demanded[i];
                stock += weight * held[i] / days;
            } else if (view == StockView.UNITS) {
                stock += held[i] / days;
            }
        }
        int counted = 0;
        for (double asked : demanded) {
            counted += asked > 0 ? 1 : 0;
        }
        return new StockOutcome(fills / weights, view == StockView.ITEMS ? stock / counted : stock);
    }
}
