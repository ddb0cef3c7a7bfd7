package io.stockmate.pipelines.runtime;

import io.stockmate.core.fuzz.FuzzTarget;
import io.stockmate.core.fuzz.FuzzTargets;
import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.message.AccountingRecord;
import io.stockmate.core.message.AlertAdvice;
import io.stockmate.core.message.FieldRefused;
import io.stockmate.core.message.ResultSpecimens;
import io.stockmate.core.message.Specimens;
import io.stockmate.lake.LakeRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** The bytes in which messages travel between operators, and lie in snapshots of what is under way. */
public final class SerializerTargets implements FuzzTargets {
    private static final SerializerConfigImpl CONFIG = new SerializerConfigImpl();

    @Override
    public List<FuzzTarget> all() {
        return List.of(
                target("row", 3, LakeRowSerializer.LAKE_ROW.createSerializer(CONFIG), rows()),
                target("transaction", 1, TransactionSerializer.TRANSACTION.createSerializer(CONFIG), transactions()),
                target(
                        "accounting-bytes",
                        1,
                        AccountingRecordSerializer.ACCOUNTING_RECORD.createSerializer(CONFIG),
                        Stream.<AccountingRecord>of(ResultSpecimens.fullTransfer(), ResultSpecimens.usage())));
    }

    /** What a serializer reads, it writes again. */
    public static <T> FuzzTarget target(String name, int weight, TypeSerializer<T> serializer, Stream<T> specimens) {
        return new FuzzTarget(
                name,
                weight,
                specimens.map(specimen -> bytes(serializer, specimen)).toList(),
                input -> bytes(serializer, serializer.deserialize(new DataInputDeserializer(input))),
                IOException.class,
                FieldRefused.class,
                IllegalArgumentException.class);
    }

    private static <T> byte[] bytes(TypeSerializer<T> serializer, T message) {
        DataOutputSerializer out = new DataOutputSerializer(256);
        try {
            serializer.serialize(message, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.getCopyOfBuffer();
    }

    private static Stream<LakeRow> rows() {
        return Stream.concat(
                Specimens.eventBodies().stream().map(body -> new LakeRow.OfEvent(Specimens.event(body))),
                Stream.of(
                        new LakeRow.OfCommand(Specimens.logEntry(), Specimens.TIME),
                        new LakeRow.OfDeadLetter(Specimens.deadLetter()),
                        new LakeRow.OfAlert(ResultSpecimens.fullAlert()),
                        new LakeRow.OfForecast(ResultSpecimens.fullForecast()),
                        new LakeRow.OfScore(ResultSpecimens.fullScore()),
                        new LakeRow.OfSuggestion(ResultSpecimens.fullSuggestion()),
                        new LakeRow.OfAdvice(AlertAdvice.to(ResultSpecimens.fullAlert(), "host/path", "Count again.")),
                        new LakeRow.OfTransfer(ResultSpecimens.fullTransfer()),
                        new LakeRow.OfUsage(ResultSpecimens.usage()),
                        new LakeRow.OfDemand(ResultSpecimens.fullDay())));
    }

    private static Stream<Transaction> transactions() {
        return Stream.of(Transaction.of(List.of(ResultSpecimens.bareTransfer())));
    }
}
