package io.stockmate.benchmarks.book;

/** Writes reports, one a line, lines joined by newlines; those of one message are sorted by their type. */
public abstract class ReportLines implements BookReports {
    private static final int ACCEPTED = 0;
    private static final int FILLED = 1;
    private static final int CANCELED = 2;
    private static final int MODIFIED = 3;
    private static final int CANCEL_REFUSED = 4;
    private static final int MODIFY_REFUSED = 5;

    private final StringBuilder[] linesByType = new StringBuilder[MODIFY_REFUSED + 1];
    private final StringBuilder message = new StringBuilder();

    ReportLines() {
        for (int type = 0; type < linesByType.length; type++) {
            linesByType[type] = new StringBuilder();
        }
    }

    /** The lines of one message, at least one. */
    abstract void message(String lines);

    @Override
    public final void accepted(long sequence, boolean buy, long order, long price, long quantity) {
        line(ACCEPTED, sequence, side(buy), order, price, quantity);
    }

    @Override
    public final void filled(long sequence, long price, long quantity, long maker, long taker) {
        line(FILLED, sequence, price, quantity, maker, taker);
    }

    @Override
    public final void canceled(long sequence, boolean buy, long order, long price) {
        line(CANCELED, sequence, side(buy), order, price);
    }

    @Override
    public final void modified(long sequence, boolean buy, long order, long price, long quantity) {
        line(MODIFIED, sequence, side(buy), order, price, quantity);
    }

    @Override
    public final void cancelRefused(long sequence, long order) {
        line(CANCEL_REFUSED, sequence, order);
    }

    @Override
    public final void modifyRefused(long sequence, long order) {
        line(MODIFY_REFUSED, sequence, order);
    }

    private static long side(boolean buy) {
        return buy ? 0 : 1;
    }

    private void line(int type, long... fields) {
        StringBuilder lines = linesByType[type];
        lines.append(lines.isEmpty() ? "" : "\n").append(type);
        for (long field : fields) {
            lines.append(',').append(field);
        }
    }

    @Override
    public final void endMessage() {
        for (StringBuilder lines : linesByType) {
            if (!lines.isEmpty()) {
                message.append(message.isEmpty() ? "" : "\n").append(lines);
                lines.setLength(0);
            }
        }
        if (!message.isEmpty()) {
            message(message.toString());
            message.setLength(0);
        }
    }
}
