package io.stockmate.core.demand.daily;

/** What a symbol knows of a day that is not closed: that the market ran, and what buyers did not get. */
final class Bucket {
    final long day;

    /** The number of the day's first trade; 0 while there was none. */
    long firstTrade;

    /** What BUYs that ended unmatched left open while an account had nothing on hand. */
    long lost;

    /** What all BUYs that ended unmatched left open. */
    long unmet;

    /** What was told on this day of days that were closed already, whatever its sign. */
    long late;

    Bucket(long day) {
        this.day = day;
    }

    void write(PieceWriter out) {
        out.number(day).number(firstTrade).number(lost).number(unmet).number(late);
    }

    static Bucket read(PieceReader in) {
        Bucket bucket = new Bucket(in.number());
        bucket.firstTrade = in.number();
        bucket.lost = in.number();
        bucket.unmet = in.number();
        bucket.late = in.number();
        return bucket;
    }
}
