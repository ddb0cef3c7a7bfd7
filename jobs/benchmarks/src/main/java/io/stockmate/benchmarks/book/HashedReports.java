package io.stockmate.benchmarks.book;

import io.stockmate.core.chain.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Hashes the lines of all reports. */
public final class HashedReports extends ReportLines {
    private final MessageDigest digest = Sha256.digest();
    private boolean begun;

    @Override
    void message(String lines) {
        if (begun) {
            digest.update((byte) '\n');
        }
        begun = true;
        digest.update(lines.getBytes(StandardCharsets.US_ASCII));
    }

    /** In hex. Ends the stream. */
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
