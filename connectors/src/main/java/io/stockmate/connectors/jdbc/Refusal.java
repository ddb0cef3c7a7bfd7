package io.stockmate.connectors.jdbc;

import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Tells what books and outbox refuse from what goes wrong on the way to them. */
final class Refusal {
    private static final String OF_THE_BOOKS = "LB";
    private static final String OF_THE_OUTBOX = "UB";
    private static final String DATA = "22";
    private static final String INTEGRITY = "23";
    private static final String HEADER_KEY = "transaction_pkey";

    private Refusal() {}

    /**
     * What to throw: where the database refused, the end of the job with the database's own words; else the failure,
     * upon which the job restarts.
     */
    static IOException or(Exception failure) {
        PSQLException refusal = find(failure);
        if (refusal != null) {
            throw new SuppressRestartsException(new IOException(
                    "the database refuses what it is told (SQLSTATE " + refusal.getSQLState() + "): "
                            + words(refusal, failure)
                            + ". The job's results and the database have come apart: post the lake's table"
                            + " transfer into an empty database, as the local platform does when its data/postgres is"
                            + " moved away, and compare",
                    failure));
        }
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        return (IOException) failure;
    }

    /** Of a value that no column can hold the database tells neither row nor table: the driver's statement does. */
    private static String words(PSQLException refusal, Throwable failure) {
        if (isOfData(refusal)) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof BatchUpdateException batch) {
                    return String.valueOf(batch.getMessage());
                }
            }
        }
        return String.valueOf(refusal.getMessage());
    }

    private static boolean isOfData(PSQLException answer) {
        return String.valueOf(answer.getSQLState()).startsWith(DATA);
    }

    private static @Nullable PSQLException find(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            for (SQLException next = cause instanceof SQLException sql ? sql : null;
                    next != null;
                    next = next.getNextException()) {
                if (next instanceof PSQLException answer && isRefusal(answer)) {
                    return answer;
                }
            }
        }
        return null;
    }

    /**
     * Two writers of one new header are no refusal: at the next attempt one of them sees what the other has written.
     */
    private static boolean isRefusal(PSQLException answer) {
        String state = String.valueOf(answer.getSQLState());
        ServerErrorMessage message = answer.getServerErrorMessage();
        boolean sameHeader = message != null && HEADER_KEY.equals(message.getConstraint());
        return isOfData(answer)
                || state.startsWith(OF_THE_BOOKS)
                || state.startsWith(OF_THE_OUTBOX)
                || (state.startsWith(INTEGRITY) && !sameHeader);
    }
}
