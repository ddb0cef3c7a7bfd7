package io.stockmate.local.terraform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a module. */
final class Stack {
    /** What was read before, by file and text: many stacks differ in one file. */
    private static final Map<String, List<Block>> PARSED = new ConcurrentHashMap<>();

    private final Path directory;
    private final List<Block> blocks;
    private final Map<String, Block> resources;
    private final Map<String, Block> variables;
    private final Map<String, Block.Argument> locals = new TreeMap<>();

    private Stack(Path directory, List<Block> blocks) {
        this.directory = directory;
        this.blocks = List.copyOf(blocks);
        this.resources = blocks.stream()
                .filter(block -> block.type().equals("resource") || block.type().equals("data"))
                .collect(Collectors.toMap(Block::address, block -> block, (one, other) -> one, LinkedHashMap::new));
        this.variables = blocks("variable").stream()
                .collect(Collectors.toMap(
                        block -> block.labels().get(0), block -> block, (one, other) -> one, TreeMap::new));
        blocks("locals").forEach(block -> locals.putAll(block.arguments()));
    }

    /** The texts of a module's files by name; values of variables among them. */
    static Map<String, String> texts(Path directory) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(path -> path.toString().matches(".*[.]tf(vars)?"))
                    .toList()) {
                texts.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }

    static Stack of(Path directory, Map<String, String> texts) {
        List<Block> blocks = new ArrayList<>();
        texts.forEach((file, text) -> {
            if (file.endsWith(".tf")) {
                blocks.addAll(PARSED.computeIfAbsent(file + '\n' + text, unread -> HclParser.parse(file, text)
                        .blocks()));
            }
        });
        return new Stack(directory, blocks);
    }

    /** Values of variables, from a file of them. */
    static Map<String, Expression> values(String file, String text) {
        Map<String, Expression> values = new TreeMap<>();
        HclParser.parse(file, text).arguments().forEach((name, argument) -> values.put(name, argument.value()));
        return values;
    }

    List<Block> blocks(String type) {
        return blocks.stream().filter(block -> block.type().equals(type)).toList();
    }

    /** Where it lies, for what it reads beside itself. */
    Path directory() {
        return directory;
    }

    List<Block> blocks() {
        return blocks;
    }

    /** Resources and data, by address. */
    Map<String, Block> resources() {
        return resources;
    }

    @Nullable
    Block resource(String address) {
        return resources.get(address);
    }

    Map<String, Block> variables() {
        return variables;
    }

    Map<String, Block.Argument> locals() {
        return locals;
    }
}
