package io.stockmate.pipelines.accounting;

import io.stockmate.connectors.wire.AlertCodec;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.UnreadableAlert;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.Notice;
import io.stockmate.pipelines.runtime.metrics.DecodingMetrics;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * The alerts of the stream {@code alerts}. Suggestions are passed by; what is neither is counted and passed by, too.
 */
@SuppressWarnings("NullAway.Init") // open() sets what the workers need
final class DecodeAlerts extends AbstractStreamOperator<Alert> implements OneInputStreamOperator<ArrivedRecord, Alert> {
    private static final long serialVersionUID = 1;

    private transient AlertCodec codec;
    private transient DecodingMetrics metrics;

    @Override
    public void open() throws Exception {
        super.open();
        codec = new AlertCodec();
        metrics = new DecodingMetrics(getMetricGroup());
    }

    @Override
    public void processElement(StreamRecord<ArrivedRecord> element) {
        metrics.record();
        Notice notice;
        try {
            notice = codec.decode(element.getValue().data());
        } catch (UnreadableAlert unreadable) {
            LOG.warn("a record of the stream of alerts is none", unreadable);
            metrics.deadLetter(unreadable.reason());
            return;
        }
        if (notice instanceof Alert alert) {
            output.collect(new StreamRecord<>(alert));
        }
    }
}
