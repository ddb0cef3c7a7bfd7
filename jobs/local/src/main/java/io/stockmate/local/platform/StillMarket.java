package io.stockmate.local.platform;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.InitialPosition;
import io.stockmate.connectors.jdbc.LedgerReader;
import io.stockmate.connectors.kinesis.KinesisReader;
import io.stockmate.connectors.projection.ViewReader;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.market.MarketRules;
import io.stockmate.emulators.KinesisEndpoint;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.postgres.LocalPostgres;
import io.stockmate.pipelines.accounting.AccountingProperties;
import io.stockmate.pipelines.matching.MatchingProperties;
import io.stockmate.pipelines.reconcile.Evidence;
import io.stockmate.pipelines.reconcile.Invariant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a platform left in its directory, while none runs on it: for as long as this is open, none can start. */
public final class StillMarket implements Evidence, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StillMarket.class);

    private static final String LAKE_FIRST = "not all of the lake has been posted into books that began anew";
    private static final String COMPLETED_BY =
            ": 'stockmate run --no-demo --duration 10s' with Postgres completes them";

    private final DataDirectory data;
    private final DirectoryLock lock;
    private final KinesisEndpoint kinesis;
    private @Nullable LocalPostgres postgres;

    private StillMarket(DataDirectory data, DirectoryLock lock, KinesisEndpoint kinesis) {
        this.data = data;
        this.lock = lock;
        this.kinesis = kinesis;
    }

    /**
     * @throws CommandFailed where a platform runs on the directory, none ever did, or the last did not end in order,
     *     so that what was published and the lake stand at different places
     */
    public static StillMarket open(DataDirectory data) throws IOException {
        if (!Files.isDirectory(data.streams()) || !Files.isDirectory(data.lake())) {
            throw new CommandFailed("no market in " + data.root()
                    + " yet: start 'stockmate run', or name a platform's directory with --data-dir");
        }
        DirectoryLock lock = DirectoryLock.take(data);
        try {
            if (Unfinished.is(data)) {
                throw new CommandFailed("the last platform on " + data.root() + " was killed or did not end in order,"
                        + " and its lake ends before its streams do: start it and let it end with"
                        + " 'stockmate run --no-demo --duration 10s', then ask again");
            }
            return new StillMarket(data, lock, KinesisEndpoint.start(0, data.streams()));
        } catch (IOException | RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    /** The rules under which the platform's matching runs. */
    public static MarketRules rules() throws IOException {
        return MatchingProperties.rules(JobProperties.shared());
    }

    @Override
    public void commands(RecordVisitor visitor) throws Exception {
        read(Streams.COMMANDS, Files.exists(data.cloneOf()) ? new OriginalRecords(visitor) : visitor);
    }

    @Override
    public void events(RecordVisitor visitor) throws Exception {
        read(Streams.EVENTS, visitor);
    }

    /** The whole stream {@code alerts}, repeats included, in any order. */
    public void alerts(RecordVisitor visitor) throws Exception {
        read(Streams.ALERTS, visitor);
    }

    private void read(String stream, RecordVisitor visitor) throws Exception {
        AwsSettings aws = AwsSettings.local(kinesis.uri());
        try (KinesisReader reader =
                KinesisReader.open(Streams.readingAtOnce(stream, aws, InitialPosition.TRIM_HORIZON))) {
            while (!reader.isCaughtUp()) {
                for (ArrivedRecord record : reader.poll()) {
                    visitor.record(record);
                }
            }
        }
    }

    @Override
    public Path lake() {
        return data.lake();
    }

    @Override
    public Books books() throws IOException {
        TreeMap<Invariant, String> notCompared = new TreeMap<>();
        String lateBooks = lateBooks();
        if (lateBooks.isEmpty()) {
            String lateDatabase = Files.exists(data.lakeFirst()) ? LAKE_FIRST + COMPLETED_BY : startDatabase();
            if (!lateDatabase.isEmpty()) {
                Invariant.OF_THE_DATABASE.forEach(invariant -> notCompared.put(invariant, lateDatabase));
            }
        } else {
            notCompared.put(Invariant.BOOKS_FOLLOW_THE_EVENTS, lateBooks);
            Invariant.OF_THE_DATABASE.forEach(invariant -> notCompared.put(invariant, lateBooks));
        }
        return new Books(
                AccountingProperties.settings(JobProperties.shared(), rules()),
                postgres == null ? null : new BooksInPostgres(postgres),
                notCompared);
    }

    /**
     * Whether accounting has ever begun here: then what is not compared is no more than not known to be broken.
     */
    public boolean hasHadBooks() throws IOException {
        return LocalPostgres.isIn(data.postgres())
                || Files.exists(data.accountingUnfinished())
                || Snapshot.newest(data, Job.ACCOUNTING.jobName()).isPresent();
    }

    /** Why the lake's books end before the events do; empty where they do not. */
    private String lateBooks() {
        if (Files.exists(data.accountingWaits())) {
            return "the last platform ran without Postgres, and accounting waits" + COMPLETED_BY;
        }
        if (Files.exists(data.accountingUnfinished())) {
            return "accounting did not end in order" + COMPLETED_BY;
        }
        return "";
    }

    /** Runs until this is closed. Nothing is made where there is none. Returns why there is none, or nothing. */
    private String startDatabase() {
        if (postgres == null) {
            if (!LocalPostgres.isIn(data.postgres())) {
                return "there is no database in " + data.postgres() + COMPLETED_BY;
            }
            try {
                LocalPostgres.endOrphan(data.postgres());
                postgres = LocalPostgres.start(data.postgres(), 0);
            } catch (IOException failure) {
                LOG.warn("Postgres cannot be started on {}", data.postgres(), failure);
                return "Postgres cannot be started (" + failure.getMessage() + "): see " + data.log();
            }
        }
        return "";
    }

    private record BooksInPostgres(LocalPostgres postgres) implements Database {
        @Override
        public void transfers(LedgerReader.TransferVisitor visitor) throws Exception {
            try (Connection reader = postgres.connection(LocalPostgres.READER)) {
                LedgerReader.transfers(reader, visitor);
            }
        }

        @Override
        public void rows(ViewReader.RowVisitor visitor) throws Exception {
            try (Connection reader = postgres.connection(LocalPostgres.READER)) {
                ViewReader.rows(reader, visitor);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            try {
                if (postgres != null) {
                    postgres.close();
                }
            } finally {
                kinesis.close();
            }
        }
    }
}
