package io.stockmate.local.status;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.kinesis.KinesisClients;
import io.stockmate.local.books.TrialBalance;
import io.stockmate.local.platform.DataDirectory;
import io.stockmate.local.platform.RunningPlatform;
import io.stockmate.local.platform.Streams;
import io.stockmate.local.postgres.LocalPostgres;
import io.stockmate.pipelines.accounting.AccountingJob;
import io.stockmate.pipelines.anomaly.AnomalyJob;
import io.stockmate.pipelines.demand.DemandJob;
import io.stockmate.pipelines.matching.MatchingJob;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;

/** How a platform on this machine is. */
public record PlatformHealth(RunningPlatform platform, DataDirectory data, HealthLimits limits) {
    private static final long MIB = 1 << 20;
    private static final long DISK_BROKEN_MIB = 512;
    private static final long DISK_WATCH_MIB = 5 * 1_024;
    private static final int CONNECT_MS = 5_000;

    /** @param now epoch milliseconds UTC */
    public List<Finding> look(long now) {
        Set<String> jobs = new TreeSet<>(Set.of(MatchingJob.NAME, AnomalyJob.NAME, DemandJob.NAME));
        if (platform.postgres() != null) {
            jobs.add(AccountingJob.NAME);
        }
        List<Finding> findings =
                new ArrayList<>(new JobHealth(platform.webUi(), limits.atSpeed(platform.speed()), now).look(jobs));
        findings.add(streams());
        findings.add(deliveries());
        findings.add(books());
        findings.add(disk());
        return findings;
    }

    private Finding streams() {
        URI endpoint = platform.kinesis();
        List<String> shards = new ArrayList<>();
        try (KinesisClient kinesis = KinesisClients.openWithoutRetries(AwsSettings.local(endpoint))) {
            for (String stream : List.of(Streams.COMMANDS, Streams.EVENTS, Streams.ALERTS)) {
                StreamDescriptionSummary summary = kinesis.describeStreamSummary(request -> request.streamName(stream))
                        .streamDescriptionSummary();
                shards.add(stream + " " + summary.openShardCount());
            }
        } catch (SdkException failure) {
            return Finding.broken(
                    "Kinesis", "the endpoint at " + endpoint + " does not answer: " + failure.getMessage());
        }
        return Finding.well("Kinesis", "open shards: " + String.join(", ", shards));
    }

    private Finding deliveries() {
        URI endpoint = platform.firehose();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()), CONNECT_MS);
            return Finding.well("Firehose", "listens at " + endpoint);
        } catch (IOException failure) {
            return Finding.broken("Firehose", "nobody listens at " + endpoint + ": " + failure.getMessage());
        }
    }

    private Finding books() {
        URI books = platform.postgres();
        if (books == null) {
            return LocalPostgres.isIn(data.postgres())
                    ? Finding.broken("books", "Postgres did not start, so accounting waits: see " + data.log())
                    : Finding.watch("books", "the platform runs without them");
        }
        try (Connection connection = LocalPostgres.connection(books, LocalPostgres.READER)) {
            List<String> broken = TrialBalance.read(connection).broken();
            return broken.isEmpty()
                    ? Finding.well("books", "balance")
                    : Finding.broken(
                            "books",
                            "do not balance in " + String.join(", ", broken)
                                    + ": './stockmate balance' says what to do");
        } catch (SQLException failure) {
            return Finding.broken("books", "Postgres at " + books + " does not answer: " + failure.getMessage());
        }
    }

    private Finding disk() {
        try {
            long free = Files.getFileStore(data.root()).getUsableSpace() / MIB;
            String text = free + " MiB free for " + data.root();
            return free < DISK_BROKEN_MIB
                    ? Finding.broken("disk", text + ": checkpoints will fail")
                    : free < DISK_WATCH_MIB ? Finding.watch("disk", text) : Finding.well("disk", text);
        } catch (IOException failure) {
            return Finding.broken("disk", data.root() + " cannot be read: " + failure);
        }
    }
}
