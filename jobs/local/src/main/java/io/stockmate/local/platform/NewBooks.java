package io.stockmate.local.platform;

import io.stockmate.local.postgres.LakeReplayIntoBooks;
import io.stockmate.local.postgres.LakeReplayIntoViews;
import io.stockmate.local.postgres.LocalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Books that begin anew behind an accounting job that goes on: it will not book again what lies before its snapshot,
 * and a correction of a trade that is not there would be refused. The lake has it.
 */
record NewBooks(DataDirectory data, LocalPostgres postgres) {
    private static final Logger LOG = LoggerFactory.getLogger(NewBooks.class);

    /**
     * Posts the lake's transfers into books that are empty while the job has a snapshot, and makes the read models and
     * the outbox from its tables. Where a job did not stop behind its snapshot, it still adds to the lake what was
     * booked before: the next start posts it once more.
     *
     * @param endedInOrder whether the jobs that make the market did
     */
    void post(boolean endedInOrder) throws IOException, SQLException {
        boolean begun = Files.exists(data.lakeFirst());
        Optional<Snapshot> snapshot = Snapshot.newest(data, Job.ACCOUNTING.jobName());
        if (!begun && (snapshot.isEmpty() || !areEmpty())) {
            return;
        }
        if (!begun) {
            Files.createFile(data.lakeFirst());
        }
        LOG.warn("posting {} into the books, which began anew", data.lake());
        LakeReplayIntoBooks.run(data.lake(), () -> postgres.connection(LocalPostgres.WRITER));
        try (Connection writer = postgres.connection(LocalPostgres.WRITER)) {
            LakeReplayIntoViews.run(data.lake(), writer);
        }
        if (snapshot.isEmpty() || (endedInOrder && lakeIsWhole(snapshot.get()))) {
            Files.delete(data.lakeFirst());
        }
    }

    /** A savepoint that is left by an end in order has all transfers of before in the lake, a checkpoint has not. */
    private boolean lakeIsWhole(Snapshot snapshot) {
        return snapshot.isSavepoint() && Files.notExists(data.accountingUnfinished());
    }

    private boolean areEmpty() throws SQLException {
        try (Connection reader = postgres.connection(LocalPostgres.READER);
                Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery("select from ledger.transaction limit 1")) {
            return !rows.next();
        }
    }
}
