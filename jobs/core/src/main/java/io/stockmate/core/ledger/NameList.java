package io.stockmate.core.ledger;

import io.stockmate.core.message.Described;
import io.stockmate.core.message.FieldSink;
import io.stockmate.core.message.FieldSource;
import java.util.ArrayList;
import java.util.List;

/** Names in the order in which they were added, in pieces of 64 and one that counts them. */
final class NameList {
    private static final int CHUNK = 64;

    private final Pieces pieces;
    private final String name;

    NameList(Pieces pieces, String name) {
        this.pieces = pieces;
        this.name = name;
    }

    private record Count(long names) implements Described {
        @Override
        public void write(FieldSink sink) {
            sink.integer("names", names);
        }

        static Count read(FieldSource source) {
            return new Count(source.integer("names"));
        }
    }

    private record Chunk(List<String> names) implements Described {
        @Override
        public void write(FieldSink sink) {
            sink.integer("size", names.size());
            names.forEach(each -> sink.text("name", each));
        }

        static Chunk read(FieldSource source) {
            long size = source.integer("size");
            List<String> names = new ArrayList<>();
            for (long n = 0; n < size; n++) {
                names.add(source.text("name"));
            }
            return new Chunk(names);
        }
    }

    private long size() {
        Count count = pieces.get(name, Count::read);
        return count == null ? 0 : count.names;
    }

    private String chunk(long n) {
        return name + "/" + n;
    }

    /** @param added not in the list */
    void add(String added) {
        long size = size();
        Chunk chunk = size % CHUNK == 0 ? null : pieces.get(chunk(size / CHUNK), Chunk::read);
        List<String> names = chunk == null ? new ArrayList<>() : chunk.names;
        names.add(added);
        pieces.put(chunk(size / CHUNK), new Chunk(names));
        pieces.put(name, new Count(size + 1));
    }

    /** Empties the list and hands out what it held. */
    List<String> removeAll() {
        long size = size();
        List<String> removed = new ArrayList<>();
        for (long n = 0; n * CHUNK < size; n++) {
            Chunk chunk = pieces.get(chunk(n), Chunk::read);
            if (chunk == null) {
                throw new IllegalStateException("piece " + chunk(n) + " of the books is missing");
            }
            removed.addAll(chunk.names);
            pieces.remove(chunk(n));
        }
        pieces.remove(name);
        return removed;
    }
}
