package io.stockmate.pipelines.runtime;

import io.stockmate.core.message.AccountingRecord;
import io.stockmate.core.message.BinarySink;
import io.stockmate.core.message.BinarySource;
import io.stockmate.core.message.Transfer;
import io.stockmate.core.message.UsageRecord;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A transfer or a record of usage in core's binary form, its kind first. */
public final class AccountingRecordSerializer extends MessageSerializer<AccountingRecord> {
    /** How accounting records travel between operators. */
    public static final MessageType<AccountingRecord> ACCOUNTING_RECORD =
            new MessageType<>(AccountingRecord.class, new AccountingRecordSerializer());

    private static final int TRANSFER = 0;
    private static final int USAGE = 1;

    private AccountingRecordSerializer() {}

    @Override
    protected int format() {
        return 1;
    }

    @Override
    public void serialize(AccountingRecord accounting, DataOutputView out) throws IOException {
        out.writeByte(accounting instanceof Transfer ? TRANSFER : USAGE);
        BinarySink.write(accounting, out);
    }

    @Override
    public AccountingRecord deserialize(DataInputView in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case TRANSFER -> BinarySource.read(Transfer::read, in);
            case USAGE -> BinarySource.read(UsageRecord::read, in);
            default -> throw new IOException("no accounting record of kind " + kind);
        };
    }

    @Override
    public TypeSerializerSnapshot<AccountingRecord> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Which format wrote the records. */
    public static final class Snapshot extends MessageSerializerSnapshot<AccountingRecord> {
        public Snapshot() {
            super(new AccountingRecordSerializer());
        }
    }
}
