package io.stockmate.core.market;

import static io.stockmate.core.market.RandomSession.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.BusinessReject;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.Trade;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;

/** Else the properties would say nothing of what random sessions do not hold. */
class RandomSessionPropertyTest {
    /** Else the properties here would say nothing of corrections. */
    @Example
    void randomSessionsHoldEveryKindOfCorrection() {
        Set<String> kinds = new TreeSet<>();
        for (long seed = 1; seed <= 20; seed++) {
            for (Event event : run(seed, new TestMarket(), 0)) {
                if (event.body() instanceof BusinessReject reject
                        && reject.refType().equals("CorrectTrade")) {
                    kinds.add(reject.text());
                } else if (event.body() instanceof ExecutionReport report && report.execRefId() != null) {
                    kinds.add(report.execType() + " " + report.ordStatus());
                } else if (event.body() instanceof StockLevel level && level.reason() == StockReason.CORRECTION) {
                    kinds.add(level.delta() > 0 ? "returned" : level.delta() < 0 ? "taken" : "not arrived");
                }
            }
        }
        assertThat(kinds)
                .contains("UNKNOWN_TRADE", "DUPLICATE", "ID_REUSED", "INVALID_PRICE", "INVALID_QTY")
                .contains("TRADE_CANCEL NEW", "TRADE_CANCEL PARTIALLY_FILLED", "TRADE_CANCEL FILLED")
                .contains("TRADE_CANCEL CANCELED", "TRADE_CANCEL EXPIRED", "TRADE_CORRECT CANCELED")
                .contains("TRADE_CORRECT PARTIALLY_FILLED", "TRADE_CORRECT FILLED")
                .contains("returned", "taken", "not arrived");
    }

    /** Else the properties here would say nothing of halts and bands. */
    @Example
    void randomSessionsHoldHaltsBandsStopsAndIcebergs() {
        Set<String> kinds = new TreeSet<>();
        for (long seed = 1; seed <= 20; seed++) {
            boolean resumes = false;
            for (Event event : run(seed, new TestMarket(), 0)) {
                if (event.body() instanceof Accepted accepted) {
                    resumes = accepted.kind().equals("SetTradingStatus");
                } else if (event.body() instanceof ExecutionReport report) {
                    kinds.add(report.execType() + " " + report.text());
                    kinds.add(report.execType() + " " + report.ordType());
                    kinds.add(report.execType() + (Absent.is(report.displayQty()) ? " plain" : " iceberg"));
                    resumes &= report.text() == null;
                } else if (event.body() instanceof Trade && resumes) {
                    kinds.add("trade on resuming");
                }
            }
        }
        assertThat(kinds)
                .contains(
                        "TRIGGERED STOP",
                        "TRIGGERED STOP_LIMIT",
                        "TRADE STOP",
                        "TRADE STOP_LIMIT",
                        "REPLACED STOP_LIMIT")
                .contains("TRADE iceberg", "REPLACED iceberg", "TRIGGERED iceberg")
                .contains("CANCELED HALTED", "REJECTED CLOSED", "REJECTED EXCEEDS_PRICE_BAND", "trade on resuming");
    }
}
