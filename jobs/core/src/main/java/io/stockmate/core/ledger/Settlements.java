package io.stockmate.core.ledger;

import io.stockmate.core.market.Limits;
import io.stockmate.core.message.Described;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.FieldSink;
import io.stockmate.core.message.FieldSource;
import io.stockmate.core.message.TransferReason;
import io.stockmate.core.state.Days;
import java.math.BigInteger;

/**
 * Money of trades that is due on a later day. What an account is to get and to pay on one day is netted; with the first
 * tick of the day, or of a later one, the net goes between {@code ACCOUNT/unsettled} and {@code ACCOUNT/cash}: one
 * transaction for each account, day and currency.
 */
final class Settlements {
    /** A sum of amounts may be larger than one transfer carries. */
    private static final BigInteger AMOUNT_MAX = BigInteger.valueOf(Limits.MONEY - 1);

    private final Pieces pieces;
    private final Head head;
    private final LedgerSink sink;

    Settlements(Pieces pieces, Head head, LedgerSink sink) {
        this.pieces = pieces;
        this.head = head;
        this.sink = sink;
    }

    /** What is owed to an account on a day; negative: what it owes. */
    private record Net(BigInteger amount) implements Described {
        @Override
        public void write(FieldSink sink) {
            sink.text("amount", amount.toString());
        }

        static Net read(FieldSource source) {
            return new Net(new BigInteger(source.text("amount")));
        }
    }

    private static String piece(long day, String currencyAndAccount) {
        return Pieces.UNSETTLED + day + "/" + currencyAndAccount;
    }

    void add(long day, String currency, String account, long amount) {
        String currencyAndAccount = currency + "/" + account;
        String name = piece(day, currencyAndAccount);
        Net known = pieces.get(name, Net::read);
        if (known == null) {
            new NameList(pieces, Pieces.DUE + day).add(currencyAndAccount);
            head.due(day);
        }
        BigInteger before = known == null ? BigInteger.ZERO : known.amount;
        pieces.put(name, new Net(before.add(BigInteger.valueOf(amount))));
    }

    /** Settles all that is due when a tick comes. */
    void settle(EventHeader tick) {
        long today = Days.of(tick.ts());
        int settled = 0;
        while (head.firstDue <= head.lastDue && head.firstDue <= today) {
            long day = head.firstDue;
            for (String currencyAndAccount : new NameList(pieces, Pieces.DUE + day).removeAll()) {
                Net net = pieces.get(piece(day, currencyAndAccount), Net::read);
                if (net == null) {
                    throw new IllegalStateException(
                            "nothing is known of " + currencyAndAccount + ", due on day " + day);
                }
                pieces.remove(piece(day, currencyAndAccount));
                if (net.amount.signum() != 0) {
                    settled++;
                    settle(tick, settled, day, currencyAndAccount, net.amount);
                }
            }
            head.firstDue++;
            head.changed = true;
        }
    }

    private void settle(EventHeader tick, int n, long day, String currencyAndAccount, BigInteger net) {
        int slash = currencyAndAccount.indexOf('/');
        String currency = currencyAndAccount.substring(0, slash);
        String account = currencyAndAccount.substring(slash + 1);
        Booking booking = Booking.of(tick, "-S" + n, TransferReason.SETTLEMENT, null, null, Days.start(day));
        BigInteger rest = net.abs();
        while (rest.signum() > 0) {
            BigInteger part = rest.min(AMOUNT_MAX);
            booking.move(
                    currency,
                    Accounts.unsettled(account),
                    Accounts.cash(account),
                    net.signum() * part.longValueExact());
            rest = rest.subtract(part);
        }
        booking.post(sink);
    }
}
