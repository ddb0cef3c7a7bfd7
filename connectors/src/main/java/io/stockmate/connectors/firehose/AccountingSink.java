package io.stockmate.connectors.firehose;

import io.stockmate.connectors.config.FirehoseSinkSettings;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.core.message.AccountingRecord;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * Makes sinks that deliver transfers and usage as lines of JSON. At-least-once and in no order: {@code transferId} and
 * {@code identifier} tell what came before.
 */
public final class AccountingSink {
    private AccountingSink() {}

    /**
     * A sink; the job gives it uid and name.
     *
     * @param group {@link FirehoseSinkSettings}
     * @throws io.stockmate.connectors.config.InvalidProperty where the group cannot be used
     */
    public static Sink<AccountingRecord> of(PropertyGroup group) {
        return Delivery.sink(group, new AccountingLine());
    }
}
