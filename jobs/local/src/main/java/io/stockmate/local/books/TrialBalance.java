package io.stockmate.local.books;

import io.stockmate.local.console.TextTable;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All postings of each unit added up. What one account gets another gives, so the difference is 0, always. */
public record TrialBalance(List<Unit> units) {
    private static final String QUERY = "select unit, scale, postings, taken_in, given_out, difference"
            + " from ledger.trial_balance join ledger.unit using (unit) order by unit";

    /**
     * A currency, or {@code #SYMBOL} for goods.
     *
     * @param takenIn the sum of its positive postings, in minor units, as all amounts here
     * @param givenOut the sum of its negative ones, without the sign
     */
    public record Unit(
            String name, int scale, long postings, BigDecimal takenIn, BigDecimal givenOut, BigDecimal difference) {}

    public static TrialBalance read(Connection books) throws SQLException {
        List<Unit> units = new ArrayList<>();
        try (PreparedStatement query = books.prepareStatement(QUERY);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                units.add(new Unit(
                        rows.getString(1),
                        rows.getInt(2),
                        rows.getLong(3),
                        rows.getBigDecimal(4),
                        rows.getBigDecimal(5),
                        rows.getBigDecimal(6)));
            }
        }
        return new TrialBalance(List.copyOf(units));
    }

    public boolean isZero() {
        return units.stream().allMatch(unit -> unit.difference().signum() == 0);
    }

    /** The names of units that do not balance. */
    public List<String> broken() {
        return units.stream()
                .filter(unit -> unit.difference().signum() != 0)
                .map(Unit::name)
                .toList();
    }

    public List<String> lines() {
        TextTable table = new TextTable("unit", "postings", "taken in", "given out", "difference");
        units.forEach(unit -> table.row(
                unit.name(),
                unit.postings(),
                Reading.amount(unit.takenIn(), unit.scale()),
                Reading.amount(unit.givenOut(), unit.scale()),
                Reading.amount(unit.difference(), unit.scale())));
        return table.lines();
    }
}
