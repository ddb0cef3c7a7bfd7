package io.stockmate.core.message;

/**
 * A day that moves demand. Taken from operators only.
 *
 * @param date yyyy-MM-dd
 * @param effect expected factor on demand
 */
public record CalendarEvent(String name, String date, long effect) implements CommandBody {
    @Override
    public void write(FieldSink sink) {
        sink.text("name", name);
        sink.text("date", date);
        sink.decimal("effect", effect);
    }

    public static CalendarEvent read(FieldSource source) {
        return new CalendarEvent(source.text("name"), source.text("date"), source.optionalDecimal("effect"));
    }

    @Override
    public CommandType type() {
        return CommandType.CALENDAR_EVENT;
    }
}
