package io.stockmate.connectors.dynamodb;

import io.stockmate.core.message.BinarySink;
import io.stockmate.core.message.BinarySource;
import io.stockmate.core.projection.OrderStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;

/** A row on its way, in the bytes in which it also waits in a checkpoint. */
final class OrderPut implements Serializable {
    private static final long serialVersionUID = 1;

    private final byte[] row;

    OrderPut(byte[] row) {
        this.row = row;
    }

    static OrderPut of(OrderStatus status) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try {
            BinarySink.write(status, new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new OrderPut(bytes.toByteArray());
    }

    OrderStatus status() {
        try {
            return BinarySource.read(OrderStatus::read, new DataInputStream(new ByteArrayInputStream(row)));
        } catch (IOException damaged) {
            throw new UncheckedIOException("a row of the orders table in the checkpoint cannot be read", damaged);
        }
    }

    byte[] bytes() {
        return row;
    }
}
