package io.stockmate.local.ledger;

import io.stockmate.connectors.jdbc.LedgerReader;
import io.stockmate.core.ledger.Accounts;
import io.stockmate.core.ledger.Units;
import io.stockmate.lake.LakeReader;
import io.stockmate.local.books.TrialBalance;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What must hold of any books; each violation is a line. */
public final class LedgerAudit {
    private static final int SHOWN = 5;

    private final Connection reader;
    private final List<String> violations = new ArrayList<>();

    /** @param reader who may select */
    public LedgerAudit(Connection reader) {
        this.reader = reader;
    }

    /** Every unit's postings sum up to 0. Returns the number of units. */
    public long trialBalance() throws SQLException {
        TrialBalance balance = TrialBalance.read(reader);
        balance.broken().forEach(unit -> violations.add("the trial balance of " + unit + " is not 0"));
        return balance.units().size();
    }

    /** The database's kinds of accounts and scales of units are those of the rules by which is booked. */
    public void kindsAndScales() throws SQLException {
        pairs("select distinct account, kind from ledger.account").forEach((account, kind) -> {
            if (!Accounts.kind(account).name().equals(kind)) {
                violations.add(
                        "account " + account + " is " + kind + " in the database, not " + Accounts.kind(account));
            }
        });
        pairs("select unit, scale from ledger.unit").forEach((unit, scale) -> {
            if (!scale.equals(Integer.toString(Units.scale(unit)))) {
                violations.add("unit " + unit + " has scale " + scale + " in the database, not " + Units.scale(unit));
            }
        });
    }

    /**
     * The lake's transfers and the books' are the same rows, each as often. Returns the number of rows in the books.
     */
    public long lakeAndBooks(Path lake) throws Exception {
        TransferContents inLake = new TransferContents();
        try (LakeReader rows =
                LakeReader.open(lake, row -> violations.add("a row of the lake cannot be read: " + row))) {
            rows.transfers(inLake::add);
        }
        TransferContents inBooks = new TransferContents();
        LedgerReader.transfers(reader, inBooks::add);
        List<String> different = inBooks.differences(inLake);
        if (!different.isEmpty()) {
            violations.add("lake (" + inLake.rows() + " transfers) and books (" + inBooks.rows() + ") differ in "
                    + different.size() + " symbols: "
                    + String.join(", ", different.subList(0, Math.min(SHOWN, different.size()))));
        }
        return inBooks.rows();
    }

    /** Trades' prices times quantities are what went from buyers to sellers, by currency; fees apart. */
    public void tradesAndMoney(SortedMap<String, Long> tradedByCurrency) throws SQLException {
        SortedMap<String, String> expected = new TreeMap<>();
        tradedByCurrency.forEach((currency, money) -> expected.put(currency, Long.toString(money)));
        SortedMap<String, String> moved =
                pairs("select unit, sum(amount) from ledger.transfer where reason = 'TRADE' and unit not like '#%'"
                        + " and from_account not like ':%' and to_account not like ':%' group by unit");
        if (!moved.equals(expected)) {
            violations.add("trades come to " + expected + ", transfers of money to " + moved);
        }
    }

    /**
     * What is left on customers' accounts and at the payment provider, and on no other. The house has taken no fees:
     * they went back with what they were taken for.
     *
     * @param expected by account and unit, with a blank between
     */
    public void left(SortedMap<String, Long> expected) throws SQLException {
        SortedMap<String, String> missing = new TreeMap<>();
        expected.forEach((account, amount) -> missing.put(account, Long.toString(amount)));
        SortedMap<String, String> found = pairs("select account || ' ' || unit, minor_units from ledger.account_balance"
                + " where minor_units <> 0 and kind not in ('EXTERNAL', 'EXPENSE')");
        SortedMap<String, String> wrong = new TreeMap<>(found);
        wrong.entrySet().removeAll(missing.entrySet());
        missing.entrySet().removeAll(found.entrySet());
        if (!wrong.isEmpty() || !missing.isEmpty()) {
            violations.add("after all was reversed accounts hold " + some(wrong) + " instead of " + some(missing));
        }
    }

    private static String some(SortedMap<String, String> accounts) {
        List<String> all = accounts.entrySet().stream().map(Object::toString).toList();
        return all.subList(0, Math.min(SHOWN, all.size())) + " (" + all.size() + " accounts)";
    }

    /** Two databases hold the same rows in every table. */
    public void sameDump(Connection other) throws SQLException {
        String here = Dump.of(reader);
        String there = Dump.of(other);
        if (!here.equals(there)) {
            violations.add("the books' dump is " + here + ", that of the replay " + there);
        }
    }

    public void add(String violation) {
        violations.add(violation);
    }

    public List<String> violations() {
        return List.copyOf(violations);
    }

    private SortedMap<String, String> pairs(String sql) throws SQLException {
        try (Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            SortedMap<String, String> pairs = new TreeMap<>();
            while (rows.next()) {
                pairs.put(rows.getString(1), rows.getString(2));
            }
            return pairs;
        }
    }
}
