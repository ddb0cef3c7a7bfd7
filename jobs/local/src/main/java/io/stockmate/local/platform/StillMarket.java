package io.stockmate.local.platform;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.InitialPosition;
import io.stockmate.connectors.jdbc.LedgerReader;
import io.stockmate.connectors.jdbc.LedgerReader.TransferVisitor;
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

/** What a platform left in its directory, while none runs on it: for as long as this is open, none can start. */
public final class StillMarket implements Evidence, AutoCloseable {
    private final DataDirectory data;
    private final DirectoryLock lock;
    private final KinesisEndpoint kinesis;

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
    public Books books() throws IOException {
        return new Books(
                AccountingProperties.settings(JobProperties.shared(), rules()),
                Files.isDirectory(data.postgres()) ? this::transfers : null);
    }

    /** The database runs for as long as it is read. */
    private void transfers(TransferVisitor visitor) throws Exception {
        LocalPostgres.endOrphan(data.postgres());
        try (LocalPostgres postgres = LocalPostgres.start(data.postgres(), 0);
                Connection reader = postgres.connection(LocalPostgres.READER)) {
            LedgerReader.transfers(reader, visitor);
        }
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            kinesis.close();
        }
    }
}
