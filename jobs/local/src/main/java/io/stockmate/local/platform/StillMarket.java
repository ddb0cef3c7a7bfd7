package io.stockmate.local.platform;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.InitialPosition;
import io.stockmate.connectors.jdbc.LedgerReader;
import io.stockmate.connectors.kinesis.KinesisReader;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.market.MarketRules;
import io.stockmate.emulators.KinesisEndpoint;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.postgres.LocalPostgres;
import io.stockmate.pipelines.accounting.AccountingProperties;
import io.stockmate.pipelines.matching.MatchingProperties;
import io.stockmate.pipelines.reconcile.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a platform left in its directory, while none runs on it: for as long as this is open, none can start. */
public final class StillMarket implements Evidence, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StillMarket.class);

    private final DataDirectory data;
    private final DirectoryLock lock;
    private final KinesisEndpoint kinesis;
    private final List<String> notes = new ArrayList<>();
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
        read(Streams.COMMANDS, visitor);
    }

    @Override
    public void events(RecordVisitor visitor) throws Exception {
        read(Streams.EVENTS, visitor);
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
    public @Nullable Books books() throws IOException {
        if (Files.exists(data.accountingWaits())) {
            notes.add("The last platform ran without Postgres, so accounting waits: transfers are not compared until a"
                    + " 'stockmate run' with it has ended.");
            return null;
        }
        LocalPostgres database = database();
        return new Books(
                AccountingProperties.settings(JobProperties.shared(), rules()),
                database == null ? null : transfers(database));
    }

    /** Runs until this is closed. Nothing is made where there is none. */
    private @Nullable LocalPostgres database() {
        if (postgres == null && LocalPostgres.isIn(data.postgres())) {
            try {
                LocalPostgres.endOrphan(data.postgres());
                postgres = LocalPostgres.start(data.postgres(), 0);
            } catch (IOException failure) {
                LOG.warn("Postgres cannot be started on {}", data.postgres(), failure);
                notes.add("Postgres cannot be started (" + failure.getMessage()
                        + "), so its books are not compared, only the lake's; see " + data.log());
            }
        }
        return postgres;
    }

    /** What could not be compared, and why: one line each. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    private static Database transfers(LocalPostgres database) {
        return visitor -> {
            try (Connection reader = database.connection(LocalPostgres.READER)) {
                LedgerReader.transfers(reader, visitor);
            }
        };
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
