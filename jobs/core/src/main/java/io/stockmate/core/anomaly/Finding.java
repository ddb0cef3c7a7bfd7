package io.stockmate.core.anomaly;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found: enough to tell it again word for word when it is cleared.
 *
 * @param ref the order that it is about, where there is one
 * @param firstSeq the first event of the evidence
 * @param firstTs its book time
 * @param raisedSeq the event that raised it
 * @param raisedTs its book time
 * @param ordinal which of this kind that event raised, from 1
 * @param stake money at stake, in units of 10⁻⁴
 * @param detail a number that the rule's wording needs
 * @param other another one
 * @param ruleId of the rule that decided, where one was set
 */
record Finding(
        @Nullable String account,
        @Nullable String ref,
        long firstSeq,
        long firstTs,
        long raisedSeq,
        long raisedTs,
        long ordinal,
        long observed,
        long expected,
        long score,
        long stake,
        long detail,
        long other,
        @Nullable String ruleId) {
    /** A finding about one event, to be filled in. */
    static Finding at(Moment now, long observed, long expected, long score, long stake) {
        return new Finding(
                null, null, now.seq(), now.ts(), now.seq(), now.ts(), 1, observed, expected, score, stake, 0, 0, null);
    }

    Finding of(@Nullable String whose) {
        return new Finding(
                whose, ref, firstSeq, firstTs, raisedSeq, raisedTs, ordinal, observed, expected, score, stake, detail,
                other, ruleId);
    }

    Finding about(@Nullable String order) {
        return new Finding(
                account, order, firstSeq, firstTs, raisedSeq, raisedTs, ordinal, observed, expected, score, stake,
                detail, other, ruleId);
    }

    /** The evidence begins with an earlier event. */
    Finding since(long seq, long ts) {
        return new Finding(
                account, ref, seq, ts, raisedSeq, raisedTs, ordinal, observed, expected, score, stake, detail, other,
                ruleId);
    }

    Finding with(long first, long second) {
        return new Finding(
                account, ref, firstSeq, firstTs, raisedSeq, raisedTs, ordinal, observed, expected, score, stake, first,
                second, ruleId);
    }

    Finding decidedBy(@Nullable String rule, long place) {
        return new Finding(
                account, ref, firstSeq, firstTs, raisedSeq, raisedTs, place, observed, expected, score, stake, detail,
                other, rule);
    }

    void write(StateOut out) throws IOException {
        out.text(account);
        out.text(ref);
        out.number(raisedSeq);
        out.number(raisedSeq - firstSeq);
        out.number(raisedTs);
        out.number(raisedTs - firstTs);
        out.number(ordinal);
        out.number(observed);
        out.number(expected);
        out.number(score);
        out.number(stake);
        out.number(detail);
        out.number(other);
        out.text(ruleId);
    }

    static Finding read(StateIn in) throws IOException {
        String account = in.optionalText();
        String ref = in.optionalText();
        long raisedSeq = in.number();
        long firstSeq = raisedSeq - in.number();
        long raisedTs = in.number();
        long firstTs = raisedTs - in.number();
        return new Finding(
                account,
                ref,
                firstSeq,
                firstTs,
                raisedSeq,
                raisedTs,
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.optionalText());
    }
}
