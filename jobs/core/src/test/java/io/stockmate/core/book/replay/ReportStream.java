package io.stockmate.core.book.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes reports, one a line, lines joined by newlines; those of one message are sorted by their type. */
final class ReportStream {
    static final int ACCEPTED = 0;
    static final int FILL = 1;
    static final int CANCELED = 2;
    static final int MODIFIED = 3;
    static final int CANCEL_REFUSED = 4;
    static final int MODIFY_REFUSED = 5;

    private final MessageDigest digest;
    private final StringBuilder[] linesByType = new StringBuilder[MODIFY_REFUSED + 1];
    private String separator = "";

    ReportStream() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException(failure);
        }
        for (int type = 0; type < linesByType.length; type++) {
            linesByType[type] = new StringBuilder();
        }
    }

    void report(int type, long... fields) {
        StringBuilder lines = linesByType[type];
        lines.append(lines.isEmpty() ? "" : "\n").append(type);
        for (long field : fields) {
            lines.append(',').append(field);
        }
    }

    void endMessage() {
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
