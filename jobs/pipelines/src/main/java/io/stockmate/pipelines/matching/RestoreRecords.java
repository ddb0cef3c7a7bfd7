package io.stockmate.pipelines.matching;

import io.stockmate.connectors.metrics.MetricNames;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.Recorded;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.DeadLetter;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.runtime.metrics.DecodingMetrics;
import java.math.BigInteger;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Mirrored records to those that they were mirrored from, each once. A mirror puts again what it is not sure of, and
 * goes on in order: of a partition key what does not lie behind all before it has been here. What has no field
 * {@code recorded} goes to {@link LakeRows#DEAD_LETTERS}.
 */
@SuppressWarnings("NullAway.Init") // open() sets what the workers need
final class RestoreRecords extends KeyedProcessFunction<String, ArrivedRecord, ArrivedRecord> {
    private transient ValueState<Tuple2<String, Long>> newest;
    private transient DecodingMetrics metrics;
    private transient Counter repeats;

    @Override
    public void open(OpenContext context) {
        newest = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("newest", Types.TUPLE(Types.STRING, Types.LONG)));
        metrics = new DecodingMetrics(getRuntimeContext().getMetricGroup());
        repeats = getRuntimeContext().getMetricGroup().counter(MetricNames.REPEATED_RECORDS);
    }

    @Override
    public void processElement(ArrivedRecord mirrored, Context context, Collector<ArrivedRecord> out) throws Exception {
        metrics.record();
        Optional<ArrivedRecord> original = Recorded.restore(mirrored);
        if (original.isEmpty()) {
            DeadLetter letter = Recorded.missing(mirrored);
            metrics.deadLetter(letter.reason());
            context.output(LakeRows.DEAD_LETTERS, new LakeRow.OfDeadLetter(letter));
            return;
        }
        Cause cause = original.get().cause();
        Tuple2<String, Long> before = newest.value();
        if (before != null && !isBehind(cause, before)) {
            repeats.inc();
            return;
        }
        newest.update(Tuple2.of(cause.sequenceNumber(), cause.subSequence()));
        out.collect(original.get());
    }

    /** Sequence numbers ascend along a key, from a shard to its children too. */
    private static boolean isBehind(Cause cause, Tuple2<String, Long> before) {
        int order = new BigInteger(cause.sequenceNumber()).compareTo(new BigInteger(before.f0));
        return order > 0 || order == 0 && cause.subSequence() > before.f1;
    }
}
