package io.stockmate.pipelines.runtime;

import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertAdvice;
import io.stockmate.core.message.BinarySink;
import io.stockmate.core.message.BinarySource;
import io.stockmate.core.message.DeadLetter;
import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.DemandForecast;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.message.LogEntry;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.message.Transfer;
import io.stockmate.core.message.UsageRecord;
import io.stockmate.lake.LakeRow;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A row of the lake: a byte that tells which kind, then the row. */
public final class LakeRowSerializer extends MessageSerializer<LakeRow> {
    /** How rows travel to the lake. */
    public static final MessageType<LakeRow> LAKE_ROW = new MessageType<>(LakeRow.class, new LakeRowSerializer());

    private static final int EVENT = 0;
    private static final int COMMAND = 1;
    private static final int DEAD_LETTER = 2;
    private static final int ALERT = 3;
    private static final int FORECAST = 4;
    private static final int SCORE = 5;
    private static final int SUGGESTION = 6;
    private static final int ADVICE = 7;
    private static final int TRANSFER = 8;
    private static final int USAGE = 9;
    private static final int DEMAND = 10;

    private LakeRowSerializer() {}

    /** The bytes of rows outside a job. */
    public static LakeRowSerializer create() {
        return new LakeRowSerializer();
    }

    @Override
    protected int format() {
        return 1;
    }

    @Override
    public void serialize(LakeRow row, DataOutputView out) throws IOException {
        if (row instanceof LakeRow.OfEvent ofEvent) {
            out.writeByte(EVENT);
            EventSerializer.write(ofEvent.event(), out);
        } else if (row instanceof LakeRow.OfCommand ofCommand) {
            out.writeByte(COMMAND);
            out.writeLong(ofCommand.ts());
            BinarySink.write(ofCommand.entry(), out);
        } else if (row instanceof LakeRow.OfDeadLetter ofDeadLetter) {
            out.writeByte(DEAD_LETTER);
            BinarySink.write(ofDeadLetter.letter(), out);
        } else if (row instanceof LakeRow.OfAlert ofAlert) {
            out.writeByte(ALERT);
            BinarySink.write(ofAlert.alert(), out);
        } else if (row instanceof LakeRow.OfForecast ofForecast) {
            out.writeByte(FORECAST);
            BinarySink.write(ofForecast.forecast(), out);
        } else if (row instanceof LakeRow.OfScore ofScore) {
            out.writeByte(SCORE);
            BinarySink.write(ofScore.score(), out);
        } else if (row instanceof LakeRow.OfSuggestion ofSuggestion) {
            out.writeByte(SUGGESTION);
            BinarySink.write(ofSuggestion.suggestion(), out);
        } else if (row instanceof LakeRow.OfAdvice ofAdvice) {
            out.writeByte(ADVICE);
            BinarySink.write(ofAdvice.advice(), out);
        } else if (row instanceof LakeRow.OfTransfer ofTransfer) {
            out.writeByte(TRANSFER);
            BinarySink.write(ofTransfer.transfer(), out);
        } else if (row instanceof LakeRow.OfUsage ofUsage) {
            out.writeByte(USAGE);
            BinarySink.write(ofUsage.usage(), out);
        } else if (row instanceof LakeRow.OfDemand ofDemand) {
            out.writeByte(DEMAND);
            BinarySink.write(ofDemand.day(), out);
        } else {
            throw new IOException("no bytes for a lake row of " + row.getClass().getName());
        }
    }

    @Override
    public LakeRow deserialize(DataInputView in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case EVENT -> new LakeRow.OfEvent(EventSerializer.read(in));
            case COMMAND -> {
                long ts = in.readLong();
                yield new LakeRow.OfCommand(BinarySource.read(LogEntry::read, in), ts);
            }
            case DEAD_LETTER -> new LakeRow.OfDeadLetter(BinarySource.read(DeadLetter::read, in));
            case ALERT -> new LakeRow.OfAlert(BinarySource.read(Alert::read, in));
            case FORECAST -> new LakeRow.OfForecast(BinarySource.read(DemandForecast::read, in));
            case SCORE -> new LakeRow.OfScore(BinarySource.read(ForecastScore::read, in));
            case SUGGESTION -> new LakeRow.OfSuggestion(BinarySource.read(ReplenishmentSuggestion::read, in));
            case ADVICE -> new LakeRow.OfAdvice(BinarySource.read(AlertAdvice::read, in));
            case TRANSFER -> new LakeRow.OfTransfer(BinarySource.read(Transfer::read, in));
            case USAGE -> new LakeRow.OfUsage(BinarySource.read(UsageRecord::read, in));
            case DEMAND -> new LakeRow.OfDemand(BinarySource.read(DemandDay::read, in));
            default -> throw new IOException("no lake row of kind " + kind);
        };
    }

    @Override
    public TypeSerializerSnapshot<LakeRow> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Which format wrote the rows. */
    public static final class Snapshot extends MessageSerializerSnapshot<LakeRow> {
        public Snapshot() {
            super(new LakeRowSerializer());
        }
    }
}
