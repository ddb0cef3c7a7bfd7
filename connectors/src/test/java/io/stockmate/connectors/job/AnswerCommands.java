package io.stockmate.connectors.job;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.connectors.wire.Decoded;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.EventType;
import io.stockmate.core.message.Specimens;
import io.stockmate.core.message.TopOfBook;
import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** A market of few words: two events per command, of which one is an order's status, and none for a dead letter. */
final class AnswerCommands implements FlatMapFunction<ArrivedRecord, Event> {
    private static final long serialVersionUID = 1;

    private final CommandCodec codec = new CommandCodec();

    @Override
    public void flatMap(ArrivedRecord record, Collector<Event> out) {
        answers(codec.decode(record), record).forEach(out::collect);
    }

    static List<Event> answers(Decoded decoded, ArrivedRecord record) {
        if (!(decoded instanceof Decoded.Understood understood)) {
            return List.of();
        }
        Command command = understood.command();
        long n = command.transactTime();
        return List.of(
                event(command, record, 2 * n, Specimens.full(EventType.EXECUTION_REPORT)),
                event(command, record, 2 * n + 1, new TopOfBook(n, 1, n, 2)));
    }

    private static Event event(Command command, ArrivedRecord record, long seq, EventBody body) {
        String symbol = command.symbol();
        EventHeader header = new EventHeader(symbol, seq, command.transactTime(), symbol + '-' + seq, seq);
        return new Event(header, 31 * seq, record.cause(), body);
    }
}
