package io.stockmate.local.platform;

import java.nio.file.Path;

/** Where everything that outlives a run is kept. */
public record DataDirectory(Path root) {
    public static DataDirectory of(Path path) {
        return new DataDirectory(path.toAbsolutePath().normalize());
    }

    /** Tables of Parquet files. */
    public Path lake() {
        return root.resolve("lake");
    }

    /** What the Kinesis endpoint holds. */
    public Path streams() {
        return root.resolve("streams");
    }

    /** What Firehose delivered, by delivery stream. */
    public Path deliveries() {
        return root.resolve("firehose");
    }

    /** The books' database. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    /** There while the lake has to be posted into books that began anew, and again until it was whole. */
    Path lakeFirst() {
        return postgres().resolve("lake-first");
    }

    /** There while the last platform ran without accounting, so that lake and books end before the streams do. */
    Path accountingWaits() {
        return root.resolve("accounting-waits");
    }

    /**
     * There from before accounting starts until it has ended in order: its lake may lack transfers that are booked.
     * Unlike {@link #unfinished} also where only accounting failed, and over runs without it.
     */
    Path accountingUnfinished() {
        return root.resolve("accounting-unfinished");
    }

    /** A job's checkpoints. */
    public Path checkpoints(String job) {
        return root.resolve("checkpoints").resolve(job);
    }

    /** A job's savepoints, one of which an orderly end leaves behind. */
    public Path savepoints(String job) {
        return root.resolve("savepoints").resolve(job);
    }

    /** The configuration that the jobs were started with. */
    public Path jobs() {
        return root.resolve("jobs");
    }

    /** There where a clone lives; says of which market. */
    public Path cloneOf() {
        return root.resolve("clone-of");
    }

    /** The anomalies that the demo market has planted, a line each. */
    public Path planted() {
        return root.resolve("planted.jsonl");
    }

    public Path log() {
        return root.resolve("logs").resolve("stockmate.log");
    }

    /** Flink's scratch files. */
    Path scratch() {
        return root.resolve("tmp");
    }

    Path lock() {
        return root.resolve("lock");
    }

    /** There from before a platform starts until its jobs have ended in order. */
    Path unfinished() {
        return root.resolve("unfinished");
    }

    /** By which other commands find a running platform. */
    Path platform() {
        return root.resolve("platform.json");
    }
}
