package io.stockmate.benchmarks.matching;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The CPU time of all threads of the tasks in this process: those of the operators, of a source that has one of its own,
 * and those that write checkpoints in the background. RocksDB's own threads are none of Java's and not among them.
 */
final class TaskThreads {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int MORE_THAN_THERE_ARE = 1_000;

    private TaskThreads() {}

    /** To be asked by a task: its thread is in the group of all of them. */
    static long cpuNs() {
        Thread[] threads = new Thread[MORE_THAN_THERE_ARE];
        int count = Thread.currentThread().getThreadGroup().enumerate(threads, true);
        long cpuNs = 0;
        for (int i = 0; i < count; i++) {
            cpuNs += Math.max(0, THREADS.getThreadCpuTime(threads[i].getId()));
        }
        return cpuNs;
    }
}
