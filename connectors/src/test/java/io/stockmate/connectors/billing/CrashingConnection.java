package io.stockmate.connectors.billing;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;

/**
 * Ends the program at its n-th step towards the outside, just before the step or just after it: then the connection is
 * gone, and with it what was not committed. Steps are commits, statements carried out, and events sent.
 */
final class CrashingConnection {
    /** The program has ended. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }

    private static final Set<String> STEPS = Set.of("commit", "execute", "executeQuery", "executeUpdate");

    private final Connection connection;
    private final int crashAt;
    private final boolean after;
    private int steps;

    CrashingConnection(Connection connection, int crashAt, boolean after) {
        this.connection = connection;
        this.crashAt = crashAt;
        this.after = after;
    }

    Connection connection() {
        return proxy(Connection.class, connection);
    }

    MeterEvents meter(MeterEvents meter) {
        return events -> {
            try {
                return step(() -> meter.send(events));
            } catch (IOException | RuntimeException | Error expected) {
                throw expected;
            } catch (Throwable impossible) {
                throw new IllegalStateException(impossible);
            }
        };
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Step call = () -> method.invoke(target, arguments);
                    try {
                        Object result = STEPS.contains(method.getName()) ? step(call) : call.take();
                        return result instanceof PreparedStatement statement
                                ? proxy(PreparedStatement.class, statement)
                                : result;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }

    @SuppressWarnings("unchecked")
    private <T> T step(Step step) throws Throwable {
        boolean now = ++steps == crashAt;
        if (now && !after) {
            crash();
        }
        Object result = step.take();
        if (now) {
            crash();
        }
        return (T) result;
    }

    private void crash() throws SQLException {
        connection.close();
        throw new Crash();
    }

    private interface Step {
        Object take() throws Throwable;
    }
}
