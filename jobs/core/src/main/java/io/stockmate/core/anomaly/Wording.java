package io.stockmate.core.anomaly;

import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.JsonText;

/** How a kind of finding is told. The same finding is always told in the same words. */
interface Wording {
    AlertKind kind();

    /** Members of the evidence's JSON object. */
    void evidence(Finding found, JsonText json);

    /** The evidence's JSON object. */
    default String evidence(Finding found) {
        return Amounts.json(json -> evidence(found, json));
    }

    /** One sentence for the recipient. */
    String advice(Finding found);

    /** One row with the columns observed and, for a rule, expected. */
    String repro(Finding found, Sql sql);
}
