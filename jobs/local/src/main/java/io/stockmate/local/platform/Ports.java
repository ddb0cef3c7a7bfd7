package io.stockmate.local.platform;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on 127.0.0.1. */
final class Ports {
    private Ports() {}

    /** @throws BindException naming the port where it is taken */
    static void requireFree(int port, String what) throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        } catch (BindException taken) {
            BindException named = new BindException("Port " + port + " on 127.0.0.1 cannot be had for " + what + " ("
                    + taken.getMessage() + "): stop what listens there or choose another port.");
            named.initCause(taken);
            throw named;
        }
    }
}
