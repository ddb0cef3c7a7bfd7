package io.stockmate.benchmarks.lake;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The CPU time of a task's thread. */
final class TaskClock {
    private static final long UNKNOWN = -1;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final String name;
    private long thread = UNKNOWN;

    /** @param name what the task's name begins with */
    TaskClock(String name) {
        this.name = name;
    }

    /** In nanoseconds; 0 while there is no such task. */
    long nanos() {
        if (thread == UNKNOWN) {
            thread = find();
        }
        return thread == UNKNOWN ? 0 : threads.getThreadCpuTime(thread);
    }

    private long find() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().startsWith(name))
                .mapToLong(Thread::getId)
                .findFirst()
                .orElse(UNKNOWN);
    }
}
