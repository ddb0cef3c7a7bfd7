package io.stockmate.local.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports that stay the same over the lives of a platform. */
final class FreePorts {
    /** Below those that clients' connections are given. */
    private static final int FROM = 20_000;

    private static final int TO = 30_000;
    private static final int ROW = 5;

    private FreePorts() {}

    /** The first of five on 127.0.0.1 on which nobody listens now. */
    static int inARow() throws IOException {
        int start = FROM + (int) (ProcessHandle.current().pid() % ((TO - FROM) / ROW)) * ROW;
        for (int tried = 0; tried < TO - FROM; tried += ROW) {
            int first = FROM + (start - FROM + tried) % (TO - FROM);
            if (areFree(first)) {
                return first;
            }
        }
        throw new IOException("no five free ports in a row from " + FROM + " to " + TO);
    }

    private static boolean areFree(int first) {
        for (int port = first; port < first + ROW; port++) {
            try (ServerSocket probe = new ServerSocket()) {
                probe.setReuseAddress(true);
                probe.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }
}
