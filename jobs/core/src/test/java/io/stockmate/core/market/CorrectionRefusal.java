package io.stockmate.core.market;

import static io.stockmate.core.market.TestMarket.SYMBOL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** The answer to a correction that was refused. */
final class CorrectionRefusal {
    private CorrectionRefusal() {}

    /** The reason and the text of the only line. */
    static String refusal(List<String> lines) {
        assertThat(lines).hasSize(1);
        return lines.get(0).replaceFirst("BUSINESS_REJECT CorrectTrade " + SYMBOL + "-T-\\d+ ", "");
    }
}
