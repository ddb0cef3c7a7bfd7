package io.stockmate.connectors.firehose;

import io.stockmate.connectors.wire.AccountingCodec;
import io.stockmate.core.message.AccountingRecord;
import org.apache.flink.api.common.serialization.SerializationSchema;

/** A transfer or a record of usage as one line. */
final class AccountingLine implements SerializationSchema<AccountingRecord> {
    private static final long serialVersionUID = 1;

    private final AccountingCodec codec = new AccountingCodec();

    @Override
    public byte[] serialize(AccountingRecord accounting) {
        return Delivery.line(codec.encode(accounting));
    }
}
