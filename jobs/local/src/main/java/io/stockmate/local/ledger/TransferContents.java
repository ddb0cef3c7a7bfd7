package io.stockmate.local.ledger;

import io.stockmate.core.chain.Sha256;
import io.stockmate.core.message.Transfer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A multiset of transfers by their contents, in little memory: of each symbol the number of rows and the sum of their
 * hashes, in whatever order they come. Two that are equal hold the same rows as often.
 */
final class TransferContents {
    private final MessageDigest sha256 = Sha256.digest();
    private final SortedMap<String, Sum> symbols = new TreeMap<>();
    private long rows;

    private record Sum(long rows, long high, long low) {
        Sum plus(long moreHigh, long moreLow) {
            return new Sum(rows + 1, high + moreHigh, low + moreLow);
        }
    }

    void add(Transfer transfer) {
        ByteBuffer hash = ByteBuffer.wrap(sha256.digest(transfer.toString().getBytes(StandardCharsets.UTF_8)));
        long high = hash.getLong();
        long low = hash.getLong();
        symbols.merge(transfer.symbol(), new Sum(1, high, low), (sum, one) -> sum.plus(one.high(), one.low()));
        rows++;
    }

    long rows() {
        return rows;
    }

    /** The symbols of which the two hold other rows. */
    List<String> differences(TransferContents other) {
        TreeSet<String> all = new TreeSet<>(symbols.keySet());
        all.addAll(other.symbols.keySet());
        List<String> different = new ArrayList<>();
        for (String symbol : all) {
            if (!Objects.equals(symbols.get(symbol), other.symbols.get(symbol))) {
                different.add(symbol);
            }
        }
        return different;
    }
}
