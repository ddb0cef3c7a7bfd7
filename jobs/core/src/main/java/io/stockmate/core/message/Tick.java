package io.stockmate.core.message;

/**
 * The clock: it carries time by arriving.
 */
public record Tick() implements CommandBody {
    @Override
    public void write(FieldSink sink) {}

    public static Tick read(FieldSource source) {
        return new Tick();
    }

    @Override
    public CommandType type() {
        return CommandType.TICK;
    }
}
