package io.stockmate.benchmarks.lobster;

import io.stockmate.core.message.Side;
import java.util.Locale;

/**
 * A row of a message file.
 *
 * @param time seconds after midnight, as it stands in the file
 * @param orderId of the resting order; 0 for a hidden one
 * @param price in units of 10⁻⁴
 * @param side of the resting order
 */
public record LobsterMessage(String time, Kind kind, long orderId, long size, long price, Side side) {
    /** What a row tells, in the order of LOBSTER's numbers. */
    public enum Kind {
        ADD(1),
        PARTIAL_CANCEL(2),
        DELETE(3),
        VISIBLE_EXECUTION(4),
        HIDDEN_EXECUTION(5),
        CROSS_TRADE(6),
        HALT(7);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        private static Kind of(int number) {
            for (Kind kind : values()) {
                if (kind.number == number) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("event type " + number + " is none of 1 to 7");
        }
    }

    static LobsterMessage parse(String line) {
        String[] fields = line.split(",", -1);
        if (fields.length < 6) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%d fields where time,type,id,size,price,direction belong", fields.length));
        }
        return new LobsterMessage(
                fields[0],
                Kind.of(Integer.parseInt(fields[1].trim())),
                Long.parseLong(fields[2].trim()),
                Long.parseLong(fields[3].trim()),
                Long.parseLong(fields[4].trim()),
                Long.parseLong(fields[5].trim()) == 1 ? Side.BUY : Side.SELL);
    }
}
