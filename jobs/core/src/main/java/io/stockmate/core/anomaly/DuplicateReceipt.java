package io.stockmate.core.anomaly;

import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import java.io.IOException;

/**
 * A receipt of the same quantity for the same order (or both for none) as one within the window before it: probably the
 * same delivery booked twice under two ids. The threshold is the least quantity that counts. Cleared when none came for
 * the window. Equal to the duplicate check of goods receipts in three-way matching.
 *
 * <p>observed: pieces received by such receipts; expected: pieces of one; score: receipts too many.
 */
final class DuplicateReceipt extends Rule {
    private final Receipts receipts = new Receipts();
    private final Latch latch = new Latch();

    @Override
    public AlertKind kind() {
        return AlertKind.DUPLICATE_RECEIPT;
    }

    @Override
    void stock(Moment now, StockLevel level) {
        if (level.reason() != StockReason.RECEIPT) {
            return;
        }
        Threshold rule = now.rule(kind());
        receipts.forgetBefore(now.ts() - rule.windowMs());
        if (rule.isOff() || Amounts.of(level.delta()) < rule.value()) {
            return;
        }
        Receipts.Receipt earlier = receipts.alike(level.delta(), level.ref());
        receipts.add(new Receipts.Receipt(now.seq(), now.ts(), level.delta(), level.ref()));
        if (earlier != null) {
            long stake = Amounts.worth(level.delta(), now.lastPx());
            latch.raise(
                    now,
                    this,
                    Finding.at(now, Amounts.of(2 * level.delta()), Amounts.of(level.delta()), Amounts.of(1), stake)
                            .of(level.account())
                            .about(level.ref())
                            .since(earlier.seq(), earlier.ts())
                            .with(level.delta(), 0));
        }
    }

    @Override
    void tick(Moment now) {
        if (receipts.forgetBefore(now.ts() - now.rule(kind()).windowMs())) {
            now.change();
        }
        latch.expire(now, this);
    }

    @Override
    public void evidence(Finding found, JsonText json) {
        json.text("orderId", found.ref());
        json.integer("qty", found.detail());
        json.integer("seconds", (found.raisedTs() - found.firstTs()) / 1_000);
    }

    @Override
    public String advice(Finding found) {
        return "Compare the delivery notes of " + found.account() + ", and count: " + found.detail()
                + " pieces seem to have been booked twice.";
    }

    @Override
    public String repro(Finding found, Sql sql) {
        String ref = found.ref() == null ? " AND ref IS NULL" : " AND ref = " + Sql.quoted(found.ref());
        return Sql.row(
                "(SELECT SUM(delta)" + sql.between("stock_level") + " AND account = "
                        + Sql.quoted(String.valueOf(found.account())) + " AND reason = 'RECEIPT' AND delta = "
                        + found.detail() + ref + ")",
                "(SELECT delta" + sql.atFirst("stock_level") + ")");
    }

    @Override
    boolean isEmpty() {
        return receipts.isEmpty() && !latch.isRaised();
    }

    @Override
    void write(StateOut out) throws IOException {
        receipts.write(out);
        latch.write(out);
    }

    @Override
    void read(StateIn in) throws IOException {
        receipts.read(in);
        latch.read(in);
    }
}
