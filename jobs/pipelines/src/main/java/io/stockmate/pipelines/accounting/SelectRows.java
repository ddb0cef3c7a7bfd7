package io.stockmate.pipelines.accounting;

import static io.stockmate.pipelines.runtime.EventSerializer.EVENT;

import io.stockmate.core.message.Event;
import io.stockmate.pipelines.runtime.Step;
import java.util.List;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/** Sends each event to the read models that take it, on a side output for each; nothing comes out in front. */
final class SelectRows extends AbstractStreamOperator<Event> implements OneInputStreamOperator<Event, Event> {
    private static final long serialVersionUID = 1;

    private final List<OutputTag<Event>> tags;
    private final List<EventTable.Takes> choices;

    SelectRows(List<EventTable> tables) {
        tags = tables.stream().map(table -> tag(table.step())).toList();
        choices = tables.stream().map(EventTable::takes).toList();
    }

    /** Where the events for a read model come out. */
    static OutputTag<Event> tag(Step step) {
        return new OutputTag<>(step.uid(), EVENT);
    }

    @Override
    public void processElement(StreamRecord<Event> element) {
        Event event = element.getValue();
        for (int table = 0; table < tags.size(); table++) {
            if (choices.get(table).takes(event)) {
                output.collect(tags.get(table), new StreamRecord<>(event));
            }
        }
    }
}
