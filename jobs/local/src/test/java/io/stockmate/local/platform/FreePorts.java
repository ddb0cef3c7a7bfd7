package io.stockmate.local.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports for a program that takes several in a row. */
final class FreePorts {
    private static final int IN_A_ROW = 5;

    private FreePorts() {}

    /** The first of five free ports in a row. */
    static int base() throws IOException {
        for (int tries = 0; tries < 200; tries++) {
            int base = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            if (areFree(base)) {
                return base;
            }
        }
        throw new IOException("no five free ports in a row between 20000 and 30000");
    }

    private static boolean areFree(int base) throws IOException {
        List<ServerSocket> taken = new ArrayList<>();
        try {
            for (int port = base; port < base + IN_A_ROW; port++) {
                taken.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
            }
            return true;
        } catch (IOException inUse) {
            return false;
        } finally {
            for (ServerSocket socket : taken) {
                socket.close();
            }
        }
    }
}
