package io.stockmate.benchmarks.book;

import io.stockmate.core.chain.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Hashes reports, one a line, lines joined by newlines; those of one message are sorted by their type. */
final class HashedReports implements BookReports {
    private static final int ACCEPTED = 0;
    private static final int FILLED = 1;
    private static final int CANCELED = 2;
    private static final int MODIFIED = 3;
    private static final int CANCEL_REFUSED = 4;
    private static final int MODIFY_REFUSED = 5;

    private final MessageDigest digest = Sha256.digest();
    private final StringBuilder[] linesByType = new StringBuilder[MODIFY_REFUSED + 1];
    private String separator = "";

    HashedReports() {
        for (int type = 0; type < linesByType.length; type++) {
            linesByType[type] = new StringBuilder();
        }
    }

    @Override
    public void accepted(long sequence, boolean buy, long order, long price, long quantity) {
        line(ACCEPTED, sequence, side(buy), order, price, quantity);
    }

    @Override
    public void filled(long sequence, long price, long quantity, long maker, long taker) {
        line(FILLED, sequence, price, quantity, maker, taker);
    }

    @Override
    public void canceled(long sequence, boolean buy, long order, long price) {
        line(CANCELED, sequence, side(buy), order, price);
    }

    @Override
    public void modified(long sequence, boolean buy, long order, long price, long quantity) {
        line(MODIFIED, sequence, side(buy), order, price, quantity);
    }

    @Override
    public void cancelRefused(long sequence, long order) {
        line(CANCEL_REFUSED, sequence, order);
    }

    @Override
    public void modifyRefused(long sequence, long order) {
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
    public void endMessage() {
        for (StringBuilder lines : linesByType) {
            if (!lines.isEmpty()) {
                digest.update(separator.getBytes(StandardCharsets.US_ASCII));
                digest.update(lines.toString().getBytes(StandardCharsets.US_ASCII));
                lines.setLength(0);
                separator = "\n";
            }
        }
    }

    /** In hex. Ends the stream. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
