package io.stockmate.core.message;

import org.jspecify.annotations.Nullable;

/** Hands out the same number, text and bytes for every field, optional or not, and the last constant of every enum. */
record ExtremeSource(long number, String text, byte[] bytes) implements FieldSource {
    /** FIX codes are numbers in messages and enums in records, so that not any number will do. */
    private static final long OTHER = 99;

    @Override
    public String text(String name) {
        return text;
    }

    @Override
    public String optionalText(String name) {
        return text;
    }

    @Override
    public String document(String name) {
        return text;
    }

    @Override
    public String id(String name) {
        return text;
    }

    @Override
    public String optionalId(String name) {
        return text;
    }

    @Override
    public String reference(String name) {
        return text;
    }

    @Override
    public String optionalReference(String name) {
        return text;
    }

    @Override
    public long integer(String name) {
        return name.endsWith("RejReason") ? OTHER : number;
    }

    @Override
    public long optionalInteger(String name) {
        return integer(name);
    }

    @Override
    public long decimal(String name) {
        return number;
    }

    @Override
    public long optionalDecimal(String name) {
        return number;
    }

    @Override
    public long time(String name) {
        return number;
    }

    @Override
    public long optionalTime(String name) {
        return number;
    }

    @Override
    public boolean flag(String name) {
        return true;
    }

    @Override
    public <E extends Enum<E>> E code(String name, Class<E> type) {
        E[] constants = type.getEnumConstants();
        return constants[constants.length - 1];
    }

    @Override
    public <E extends Enum<E>> @Nullable E optionalCode(String name, Class<E> type) {
        return code(name, type);
    }

    @Override
    public long hash(String name) {
        return number;
    }

    @Override
    public byte[] bytes(String name) {
        return bytes;
    }
}
