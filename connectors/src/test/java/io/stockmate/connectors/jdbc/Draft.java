package io.stockmate.connectors.jdbc;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A transaction as SQL of somebody who writes what the sink never would.
 *
 * @param reason of the transfers
 * @param refId empty where it is about nothing
 * @param reverses empty where it reverses nothing
 * @param count of postings by the header
 * @param postings each {@code account unit amount}
 * @param hashed the postings of which the header gives the hash
 */
record Draft(
        String id,
        String symbol,
        String reason,
        String refId,
        String reverses,
        int count,
        List<String> postings,
        List<String> hashed) {
    static Draft of(String id, String... postings) {
        return new Draft(id, "AAA", "TRADE", "", "", postings.length, List.of(postings), List.of(postings));
    }

    Draft reversing(String reversed) {
        return new Draft(id, symbol, "REVERSAL", refId, reversed, count, postings, hashed);
    }

    Draft because(String other) {
        return new Draft(id, symbol, other, refId, reverses, count, postings, hashed);
    }

    Draft as(String other) {
        return new Draft(other, symbol, reason, refId, reverses, count, postings, hashed);
    }

    Draft about(String other) {
        return new Draft(id, symbol, reason, other, reverses, count, postings, hashed);
    }

    Draft inSymbol(String other) {
        return new Draft(id, other, reason, refId, reverses, count, postings, hashed);
    }

    Draft announcing(int other) {
        return new Draft(id, symbol, reason, refId, reverses, other, postings, hashed);
    }

    Draft hashedAs(String... others) {
        return new Draft(id, symbol, reason, refId, reverses, count, postings, List.of(others));
    }

    /** Units and accounts, too, unless {@link #bare}. */
    String sql() {
        String accounts = postings.stream()
                .map(posting -> posting.split(" "))
                .map(part -> "insert into ledger.unit (unit) values ('" + part[1] + "') on conflict do nothing;"
                        + "insert into ledger.account (account, unit) values ('" + part[0] + "', '" + part[1]
                        + "') on conflict do nothing;")
                .collect(Collectors.joining());
        return accounts + bare();
    }

    /** Header and postings. */
    String bare() {
        return header() + postings(1);
    }

    String header() {
        String form =
                String.join("\n", id, symbol, "9", "0", reason, refId, reverses, "") + "\n" + String.join("\n", hashed);
        return "insert into ledger.transaction (transaction_id, symbol, seq, ts, reason, ref_id, reverses, postings, content_hash)"
                + " values ('" + id + "', '" + symbol + "', 9, 0, '" + reason + "', nullif('" + refId
                + "', ''), nullif('"
                + reverses + "', ''), " + count
                + ", sha256('" + form + "'));";
    }

    /** The postings, the first with this number. */
    String postings(int from) {
        StringBuilder sql = new StringBuilder();
        int number = from;
        for (String posting : postings) {
            String[] part = posting.split(" ");
            sql.append("insert into ledger.posting (transaction_id, posting, account, unit, amount) values ('")
                    .append(id + "', " + number++ + ", '" + part[0] + "', '" + part[1] + "', " + part[2] + ");");
        }
        return sql.toString();
    }
}
