package io.stockmate.core.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A message with its own way of reading, and its specimens.
 *
 * @param full every field filled
 * @param bare all absent that may be
 */
record MessageType<T extends Described>(String name, Function<FieldSource, T> read, T full, T bare) {
    /** Everything that describes itself. */
    static Stream<MessageType<?>> all() {
        List<MessageType<?>> types = new ArrayList<>();
        Arrays.stream(CommandType.values()).map(MessageType::of).forEach(types::add);
        Arrays.stream(EventType.values()).map(MessageType::of).forEach(types::add);
        types.add(new MessageType<>("Refused", Refused::read, Specimens.fullRefused(), Specimens.bareRefused()));
        types.add(new MessageType<>("EventHeader", EventHeader::read, Specimens.header(), Specimens.header()));
        types.add(new MessageType<>("Cause", Cause::read, Specimens.cause(), Specimens.cause()));
        types.add(new MessageType<>("LogEntry", LogEntry::read, Specimens.logEntry(), Specimens.logEntry()));
        types.add(new MessageType<>("DeadLetter", DeadLetter::read, Specimens.deadLetter(), Specimens.deadLetter()));
        types.add(new MessageType<>("Alert", Alert::read, ResultSpecimens.fullAlert(), ResultSpecimens.bareAlert()));
        types.add(new MessageType<>(
                "ReplenishmentSuggestion",
                ReplenishmentSuggestion::read,
                ResultSpecimens.fullSuggestion(),
                ResultSpecimens.bareSuggestion()));
        types.add(new MessageType<>(
                "DemandForecast",
                DemandForecast::read,
                ResultSpecimens.fullForecast(),
                ResultSpecimens.bareForecast()));
        types.add(
                new MessageType<>("DemandDay", DemandDay::read, ResultSpecimens.fullDay(), ResultSpecimens.bareDay()));
        types.add(new MessageType<>(
                "ForecastScore", ForecastScore::read, ResultSpecimens.fullScore(), ResultSpecimens.bareScore()));
        types.add(new MessageType<>(
                "Transfer", Transfer::read, ResultSpecimens.fullTransfer(), ResultSpecimens.bareTransfer()));
        types.add(
                new MessageType<>("UsageRecord", UsageRecord::read, ResultSpecimens.usage(), ResultSpecimens.usage()));
        return types.stream();
    }

    private static MessageType<CommandBody> of(CommandType type) {
        return new MessageType<>(type.wireName(), type::read, Specimens.full(type), Specimens.bare(type));
    }

    private static MessageType<EventBody> of(EventType type) {
        return new MessageType<>(type.wireName(), type::read, Specimens.full(type), Specimens.bare(type));
    }

    List<Field> fields() {
        return Shape.of(source -> Objects.requireNonNull(read.apply(source)));
    }

    @Override
    public String toString() {
        return name;
    }
}
