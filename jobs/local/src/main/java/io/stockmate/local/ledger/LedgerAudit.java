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
        expect(
                "money moved by trades",
                tradedByCurrency,
                "select unit, sum(amount) from ledger.transfer where reason = 'TRADE' and unit not like '#%'"
                        + " and from_account not like ':%' and to_account not like ':%' group by unit");
    }

    /**
     * What is left on customers' accounts, of fees, and at the payment provider, and on no other.
     *
     * @param expected by account and unit, with a blank between
     */
    public void left(SortedMap<String, Long> expected) throws SQLException {
        expect(
                "accounts after all was reversed",
                expected,
                "select account || ' ' || unit, minor_units from ledger.account_balance"
                        + " where minor_units <> 0 and kind not in ('EXTERNAL', 'EXPENSE')");
    }

    /**
     * Fees as they were charged, and how many.
     *
     * @param amounts by currency, before any went back
     */
    public void feesCharged(SortedMap<String, Long> amounts, SortedMap<String, Long> counts) throws SQLException {
        expect(
                "fees charged",
                amounts,
                "select p.unit, sum(p.amount) from ledger.posting p join ledger.transaction t using (transaction_id)"
                        + " where p.account = ':fees' and t.reverses is null group by p.unit");
        expect("numbers of fees", counts, "select unit, sum(fees) from ledger.fee_income group by unit");
    }

    /**
     * Fees that were not given back, as the view of fee income tells.
     *
     * @param left see {@link #left}
     */
    public void feeIncome(SortedMap<String, Long> left) throws SQLException {
        SortedMap<String, Long> kept = new TreeMap<>();
        String fees = Accounts.FEES + " ";
        left.forEach((account, amount) -> {
            if (account.startsWith(fees)) {
                kept.put(account.substring(fees.length()), amount);
            }
        });
        expect(
                "fee income",
                kept,
                "select unit, sum(amount) from ledger.fee_income group by unit having sum(amount) <> 0");
    }

    /** @param expected by participant, unit and value date, with blanks between */
    public void unsettled(SortedMap<String, Long> expected) throws SQLException {
        expect(
                "unsettled money",
                expected,
                "select participant || ' ' || unit || ' ' || value_date, amount from ledger.unsettled");
    }

    private void expect(String what, SortedMap<String, Long> expected, String sql) throws SQLException {
        SortedMap<String, String> missing = new TreeMap<>();
        expected.forEach((name, amount) -> missing.put(name, Long.toString(amount)));
        SortedMap<String, String> wrong = pairs(sql);
        SortedMap<String, String> found = new TreeMap<>(wrong);
        wrong.entrySet().removeAll(missing.entrySet());
        missing.entrySet().removeAll(found.entrySet());
        if (!wrong.isEmpty() || !missing.isEmpty()) {
            violations.add(what + ": the books say " + some(wrong) + " instead of " + some(missing));
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
