package io.stockmate.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** On which addresses a process and its children listen, as Linux knows it (proc(5), /proc/PID/net/tcp). */
final class ListeningSockets {
    private static final String LISTEN = "0A";
    private static final String HERE_V4 = "0100007F";
    private static final String HERE_MAPPED = "0000000000000000FFFF00000100007F";
    private static final String HERE_V6 = "00000000000000000000000001000000";

    private ListeningSockets() {}

    /** Whether an address is one that only this machine reaches. */
    static boolean isHere(String address) {
        return List.of(HERE_V4, HERE_MAPPED, HERE_V6).contains(address.split(":")[0]);
    }

    /** Addresses and ports, in hexadecimal as the kernel writes them. */
    static TreeSet<String> of(ProcessHandle process) throws IOException {
        Map<String, String> addresses = new HashMap<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/self/net", table))) {
                String[] columns = line.strip().split("\\s+");
                if (columns[3].equals(LISTEN)) {
                    addresses.put("socket:[" + columns[9] + "]", columns[1]);
                }
            }
        }
        TreeSet<String> found = new TreeSet<>();
        for (ProcessHandle each :
                Stream.concat(Stream.of(process), process.descendants()).toList()) {
            sockets(each).filter(addresses::containsKey).map(addresses::get).forEach(found::add);
        }
        return found;
    }

    private static Stream<String> sockets(ProcessHandle process) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return open.flatMap(ListeningSockets::target).toList().stream();
        }
    }

    /** Nothing of what was closed meanwhile. */
    private static Stream<String> target(Path descriptor) {
        try {
            return Stream.of(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException closed) {
            return Stream.empty();
        }
    }
}
