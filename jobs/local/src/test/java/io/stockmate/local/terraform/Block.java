package io.stockmate.local.terraform;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A block of HCL, or a whole file, whose type is empty. */
record Block(
        String type, List<String> labels, Map<String, Argument> arguments, List<Block> blocks, String file, int line) {
    /** An argument and its place. */
    record Argument(Expression value, int line) {}

    @Nullable
    Expression argument(String name) {
        Argument argument = arguments.get(name);
        return argument == null ? null : argument.value();
    }

    List<Block> blocks(String ofType) {
        return blocks.stream().filter(block -> block.type.equals(ofType)).toList();
    }

    /** {@code aws_kms_key.this}, or {@code data.aws_region.this}. */
    String address() {
        return (type.equals("data") ? "data." : "") + String.join(".", labels);
    }

    String at() {
        return at(line);
    }

    String at(int otherLine) {
        return file + ":" + otherLine + ": ";
    }

    /** For arguments in the order of their names. */
    static Map<String, Argument> sorted() {
        return new TreeMap<>();
    }
}
