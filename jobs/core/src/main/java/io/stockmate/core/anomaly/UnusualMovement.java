package io.stockmate.core.anomaly;

import io.stockmate.core.anomaly.detect.AlertBudget;
import io.stockmate.core.anomaly.movement.MovementDetector;
import io.stockmate.core.anomaly.movement.MovementScore;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import java.io.IOException;

/**
 * An issue of stock does not look like the account's others, by its size and its time (the time at which the goods
 * moved, where it is told, but no more than 31 days back). Raised where the account's budget admits it, cleared when
 * none was unusual for the window.
 *
 * <p>observed: pieces issued; expected: the usual quantity, 0 where there is none yet; score: how much more often an
 * unrelated cause would issue that many, log₁₀ of days; see {@link MovementScore}.
 */
final class UnusualMovement extends Rule {
    private static final long TOLD_LATE_MS_MAX = 31L * 86_400_000;

    private final AnomalySettings settings;
    private final Latch latch = new Latch();
    private MovementDetector detector = new MovementDetector();
    private AlertBudget budget;
    private boolean moved;

    UnusualMovement(AnomalySettings settings) {
        this.settings = settings;
        this.budget = settings.budget();
    }

    @Override
    public AlertKind kind() {
        return AlertKind.UNUSUAL_STOCK_MOVEMENT;
    }

    @Override
    void stock(Moment now, StockLevel level) {
        if (level.reason() != StockReason.ISSUE || level.delta() >= 0) {
            return;
        }
        moved = true;
        long quantity = -level.delta();
        MovementScore score = detector.observe(movedAt(now, level), quantity);
        latch.expire(now, this);
        if (!now.rule(kind()).isReachedBy(score.decades(), MovementScore.ALERT_DECADES)) {
            return;
        }
        if (latch.isRaised()) {
            latch.seen(now);
        } else if (now.mayRaise(budget)) {
            latch.raise(now, this, found(now, level, quantity, score));
        }
    }

    /** What is told is believed within bounds: a mistyped year must not make the account's pace that of decades. */
    private static long movedAt(Moment now, StockLevel level) {
        return Absent.is(level.effectiveAt())
                ? now.ts()
                : Math.max(now.ts() - TOLD_LATE_MS_MAX, Math.min(now.ts(), level.effectiveAt()));
    }

    private static Finding found(Moment now, StockLevel level, long quantity, MovementScore score) {
        long usual = Double.isNaN(score.expectedQuantity()) ? 0 : Amounts.units(score.expectedQuantity());
        long stake = Amounts.worth(quantity, now.lastPx());
        return Finding.at(now, Amounts.of(quantity), usual, Amounts.units(score.decades()), stake)
                .of(level.account())
                .about(Amounts.json(json -> {
                    json.decimal("sizeDecades", Amounts.units(score.sizeDecades()));
                    json.decimal("waitDecades", Amounts.units(score.waitDecades()));
                    json.decimal("usualWaitDays", Amounts.units(score.expectedWaitDays()));
                    json.decimal("probability", Amounts.units(score.probability()));
                    json.integer("onHand", level.onHand());
                    json.text("ref", level.ref());
                }));
    }

    @Override
    void tick(Moment now) {
        latch.expire(now, this);
    }

    @Override
    public String evidence(Finding found) {
        return String.valueOf(found.ref());
    }

    @Override
    public void evidence(Finding found, JsonText json) {
        throw new IllegalStateException("the evidence of " + kind() + " is written when it is found");
    }

    @Override
    public String advice(Finding found) {
        String usual = found.expected() == 0
                ? "nothing was issued before"
                : "about " + Amounts.text(found.expected()) + " are usual";
        return "Check with " + found.account() + " whether the " + Amounts.text(found.observed())
                + " pieces were sold, damaged or mistyped, and count: " + usual + ".";
    }

    @Override
    public String repro(Finding found, Sql sql) {
        return "SELECT " + Sql.decimal("-delta") + " AS observed" + sql.atRaise("stock_level");
    }

    @Override
    boolean isEmpty() {
        return !moved && !latch.isRaised();
    }

    @Override
    void write(StateOut out) throws IOException {
        latch.write(out);
        detector.write(out.data());
        budget.write(out.data());
    }

    @Override
    void read(StateIn in) throws IOException {
        latch.read(in);
        detector = MovementDetector.read(in.data());
        budget = settings.budget(in.data());
        moved = true;
    }
}
