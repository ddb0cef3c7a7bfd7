package io.stockmate.pipelines.runtime;

import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.message.BinarySink;
import io.stockmate.core.message.BinarySource;
import io.stockmate.core.message.Transfer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A transaction as its transfers, how many first. */
public final class TransactionSerializer extends MessageSerializer<Transaction> {
    /** How transactions travel between operators. */
    public static final MessageType<Transaction> TRANSACTION =
            new MessageType<>(Transaction.class, new TransactionSerializer());

    private TransactionSerializer() {}

    @Override
    protected int format() {
        return 1;
    }

    @Override
    public void serialize(Transaction transaction, DataOutputView out) throws IOException {
        out.writeInt(transaction.transfers().size());
        for (Transfer transfer : transaction.transfers()) {
            BinarySink.write(transfer, out);
        }
    }

    @Override
    public Transaction deserialize(DataInputView in) throws IOException {
        int count = in.readInt();
        if (count < 1) {
            throw new IOException("a transaction of " + count + " transfers");
        }
        List<Transfer> transfers = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            transfers.add(BinarySource.read(Transfer::read, in));
        }
        return Transaction.of(transfers);
    }

    @Override
    public TypeSerializerSnapshot<Transaction> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Which format wrote the transactions. */
    public static final class Snapshot extends MessageSerializerSnapshot<Transaction> {
        public Snapshot() {
            super(new TransactionSerializer());
        }
    }
}
