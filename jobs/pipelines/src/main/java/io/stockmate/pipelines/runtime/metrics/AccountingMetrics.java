package io.stockmate.pipelines.runtime.metrics;

import io.stockmate.connectors.metrics.MetricNames;
import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.message.TransferReason;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** What the operator that keeps the books reports. Every reason is there from the start. */
public final class AccountingMetrics {
    private final Map<TransferReason, Counter> transactions = new EnumMap<>(TransferReason.class);
    private final Counter transfers;
    private final Counter usage;

    public AccountingMetrics(MetricGroup group) {
        for (TransferReason reason : TransferReason.values()) {
            transactions.put(
                    reason, group.addGroup(MetricNames.REASON, reason.name()).counter(MetricNames.TRANSACTIONS));
        }
        transfers = group.counter(MetricNames.TRANSFERS);
        usage = group.counter(MetricNames.USAGE_RECORDS);
    }

    public void transaction(Transaction transaction) {
        Counter counter = transactions.get(transaction.reason());
        if (counter != null) {
            counter.inc();
        }
        transfers.inc(transaction.transfers().size());
    }

    public void usage() {
        usage.inc();
    }
}
