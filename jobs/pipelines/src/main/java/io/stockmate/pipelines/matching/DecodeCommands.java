package io.stockmate.pipelines.matching;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.connectors.wire.Decoded;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.runtime.metrics.DecodingMetrics;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Bytes to commands. What cannot be answered goes to {@link LakeRows#DEAD_LETTERS}; no record makes it fail. */
@SuppressWarnings("NullAway.Init") // open() sets what the workers need
final class DecodeCommands extends ProcessFunction<ArrivedRecord, Inbound> {
    private transient CommandCodec codec;
    private transient DecodingMetrics metrics;

    @Override
    public void open(OpenContext context) {
        codec = new CommandCodec();
        metrics = new DecodingMetrics(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(ArrivedRecord record, Context context, Collector<Inbound> out) {
        metrics.record();
        Decoded decoded = codec.decode(record);
        if (decoded instanceof Decoded.Understood understood) {
            out.collect(new Inbound(record, understood.command()));
        } else if (decoded instanceof Decoded.Dead dead) {
            metrics.deadLetter(dead.letter().reason());
            context.output(LakeRows.DEAD_LETTERS, new LakeRow.OfDeadLetter(dead.letter()));
        }
    }
}
