package io.stockmate.core.anomaly;

import io.stockmate.core.message.SetStockPolicy;
import java.io.IOException;

/** A rule that an account's stock policy sets the limit of. */
abstract class PolicyRule extends Rule {
    final Latch latch = new Latch();
    StockPolicy policy = StockPolicy.NONE;

    @Override
    void policy(Moment now, SetStockPolicy set) {
        policy = StockPolicy.of(now, set);
    }

    /** The number under a name in the policy's event. */
    String policyValue(Finding found, String name, Sql sql) {
        return "(SELECT regexp_extract(body, '\"" + name + "\":([0-9]+)', 1)"
                + sql.at("accepted", found.firstSeq(), found.firstTs()) + ")";
    }

    @Override
    boolean isEmpty() {
        return !policy.isSet() && !latch.isRaised();
    }

    @Override
    void write(StateOut out) throws IOException {
        policy.write(out);
        latch.write(out);
    }

    @Override
    void read(StateIn in) throws IOException {
        policy = StockPolicy.read(in);
        latch.read(in);
    }
}
