package io.stockmate.connectors.dynamodb;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriterStateSerializer;

/** Rows that wait when a checkpoint is taken. */
final class OrderPutSerializer extends AsyncSinkWriterStateSerializer<OrderPut> {
    @Override
    protected void serializeRequestToStream(OrderPut put, DataOutputStream out) throws IOException {
        out.write(put.bytes());
    }

    @Override
    protected OrderPut deserializeRequestFromStream(long size, DataInputStream in) throws IOException {
        byte[] row = in.readNBytes(Math.toIntExact(size));
        if (row.length < size) {
            throw new EOFException(row.length + " bytes are left of a row of " + size);
        }
        return new OrderPut(row);
    }

    @Override
    public int getVersion() {
        return 1;
    }
}
