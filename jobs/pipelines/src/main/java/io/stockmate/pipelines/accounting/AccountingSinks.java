package io.stockmate.pipelines.accounting;

import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.message.AccountingRecord;
import io.stockmate.core.message.UsageRecord;
import io.stockmate.lake.LakeRow;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.jspecify.annotations.Nullable;

/**
 * Where the books go.
 *
 * @param lake transfers, usage, and records of the stream that are no events
 * @param delivery transfers and usage
 * @param ledger transactions; null where there is no database
 * @param billing usage that is to be billed; null where nobody bills
 * @param tables read models made of events
 */
public record AccountingSinks(
        Sink<LakeRow> lake,
        Sink<AccountingRecord> delivery,
        @Nullable Sink<Transaction> ledger,
        @Nullable Sink<UsageRecord> billing,
        List<EventTable> tables) {}
