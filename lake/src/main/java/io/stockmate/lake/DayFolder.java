package io.stockmate.lake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;

/** The folder of a table's day, in any file system that Flink knows. One process changes it at a time. */
final class DayFolder {
    private final Path folder;
    private final FileSystem files;

    DayFolder(Path folder) throws IOException {
        this.folder = folder;
        this.files = folder.getFileSystem();
    }

    /** The names of all that is in it. */
    List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        FileStatus[] found = files.listStatus(folder);
        for (FileStatus file : found == null ? new FileStatus[0] : found) {
            names.add(file.getPath().getName());
        }
        return names;
    }

    /** What merging has made of {@link #names}. */
    DayFiles state(Collection<String> names) throws IOException {
        if (!names.contains(DayFiles.NAME)) {
            return DayFiles.UNMERGED;
        }
        Path place = path(DayFiles.NAME);
        try (FSDataInputStream stream = files.open(place)) {
            return DayFiles.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8), place.toString());
        }
    }

    /** The names of the files that count for a relation, of a moment. */
    List<String> counting(Relation relation) throws IOException {
        while (true) {
            List<String> before = names();
            DayFiles state = state(before);
            List<String> names = names();
            if (state(names).version() == state.version()) {
                return relation.counting(state, names);
            }
        }
    }

    /** Puts a state in the place of the one before, at once. */
    void set(DayFiles state) throws IOException {
        replace(DayFiles.NAME, state.text());
    }

    /** Puts a text in the place of the one before, at once: who reads sees the one or the other. */
    void replace(String name, String text) throws IOException {
        Path place = path(name);
        if (files.isDistributedFS()) {
            // An object comes to light whole, when its stream is closed.
            write(place, text);
            return;
        }
        write(hidden(name), text);
        show(name);
    }

    private void write(Path place, String text) throws IOException {
        try (FSDataOutputStream stream = files.create(place, WriteMode.OVERWRITE)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
            secure(stream);
        }
    }

    /** Makes what was written outlast the machine, where the end of the stream alone does not. */
    void secure(FSDataOutputStream stream) throws IOException {
        if (!files.isDistributedFS()) {
            stream.sync();
        }
    }

    /** A file that nobody sees before it is whole and {@link #show shown}: who lists the folder notes sizes, too. */
    FSDataOutputStream create(String name) throws IOException {
        return files.create(files.isDistributedFS() ? path(name) : hidden(name), WriteMode.OVERWRITE);
    }

    /** Puts a file that was created in its place, at once, after its stream was closed. */
    void show(String name) throws IOException {
        if (!files.isDistributedFS()) {
            // Flink's own rename removes the target first.
            Files.move(local(hidden(name)), local(path(name)), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    void remove(String name) throws IOException {
        files.delete(path(name), false);
    }

    /** Where files can be read on this machine, as they are or as copies below {@code copies}. */
    List<java.nio.file.Path> readable(Collection<String> names, java.nio.file.Path copies) throws IOException {
        List<java.nio.file.Path> readable = new ArrayList<>();
        for (String name : names) {
            readable.add(readable(name, copies));
        }
        return readable;
    }

    private java.nio.file.Path readable(String name, java.nio.file.Path copies) throws IOException {
        if (!files.isDistributedFS()) {
            return local(path(name));
        }
        java.nio.file.Path copy = copies.resolve(folder.getName()).resolve(name);
        Files.createDirectories(copy.getParent());
        try (FSDataInputStream stream = files.open(path(name))) {
            Files.copy(stream, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    private static java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(path.toUri().getPath());
    }

    private Path hidden(String name) {
        return path(DayFiles.HIDDEN + name);
    }

    private Path path(String name) {
        return new Path(folder, name);
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
