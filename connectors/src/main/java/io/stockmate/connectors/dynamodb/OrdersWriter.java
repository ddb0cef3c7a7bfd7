package io.stockmate.connectors.dynamodb;

import io.stockmate.connectors.metrics.MetricNames;
import io.stockmate.core.projection.OrderStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.apache.flink.metrics.Counter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * Puts a batch of rows at once, of each order the newest. What the service is too busy for, or what does not reach it,
 * is put again after a pause that doubles, is logged and counted ({@code ordersPutAgain}). What can never pass, as a
 * row that the table does not take or a client that cannot sign, fails the job: its restarts are its failure policy.
 */
final class OrdersWriter<T> extends AsyncSinkWriter<T, OrderPut> {
    /** The metric's name. */
    private static final Logger LOG = LoggerFactory.getLogger(OrdersWriter.class);

    private final DynamoDbAsyncClient client;
    private final PutFailures failures = new PutFailures();
    private final Counter putAgain;
    private final String table;
    private final boolean failOnError;

    OrdersWriter(OrdersTable<T> sink, Sink.InitContext context, Collection<BufferedRequestState<OrderPut>> buffered) {
        super(
                sink.converter(),
                context,
                AsyncSinkWriterConfiguration.builder()
                        .setMaxBatchSize(sink.batch().recordsPerRequestMax())
                        .setMaxBatchSizeInBytes(sink.batch().bytesPerRequestMax())
                        .setMaxInFlightRequests(sink.batch().requestsInFlightMax())
                        .setMaxBufferedRequests(sink.batch().recordsBufferedMax())
                        .setMaxTimeInBufferMS(sink.batch().waitMaxMillis())
                        .setMaxRecordSizeInBytes(sink.itemBytesMax())
                        .build(),
                buffered);
        this.client = DynamoClients.open(sink.settings().aws());
        this.table = sink.settings().tableName();
        this.failOnError = sink.batch().failOnError();
        this.putAgain = context.metricGroup().counter(MetricNames.ORDERS_PUT_AGAIN);
    }

    @Override
    protected void submitRequestEntries(List<OrderPut> entries, ResultHandler<OrderPut> result) {
        Map<String, OrderStatus> newest = new LinkedHashMap<>();
        for (OrderPut entry : entries) {
            OrderStatus status = entry.status();
            newest.merge(status.orderId(), status, (one, other) -> one.seq() > other.seq() ? one : other);
        }
        List<OrderStatus> rows = List.copyOf(newest.values());
        List<CompletableFuture<@Nullable Throwable>> answers =
                rows.stream().map(this::put).toList();
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).whenComplete((all, unexpected) -> {
            List<OrderPut> again = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                Throwable failure = answers.get(i).join();
                if (failure != null && (failOnError || !PutFailures.mayPass(failure))) {
                    result.completeExceptionally(new IllegalStateException(
                            "order " + rows.get(i).orderId() + " cannot be written to the DynamoDB table " + table
                                    + ": " + failure.getMessage(),
                            failure));
                    return;
                } else if (failure != null) {
                    again.add(OrderPut.of(rows.get(i)));
                }
            }
            if (again.isEmpty()) {
                failures.passed();
                result.complete();
            } else {
                putAgain(again, answers, result);
            }
        });
    }

    private void putAgain(
            List<OrderPut> rows, List<CompletableFuture<@Nullable Throwable>> answers, ResultHandler<OrderPut> result) {
        Duration pause = failures.pause();
        putAgain.inc(rows.size());
        LOG.warn(
                "{} orders are put into the DynamoDB table {} again in {} ms",
                rows.size(),
                table,
                pause.toMillis(),
                answers.stream()
                        .map(CompletableFuture::join)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> result.retryForEntries(rows));
    }

    /** Null once the table has this row or a newer one. */
    private CompletableFuture<@Nullable Throwable> put(OrderStatus status) {
        PutItemRequest request = PutItemRequest.builder()
                .tableName(table)
                .item(ItemSink.item(status))
                .conditionExpression("attribute_not_exists(#id) OR #seq < :seq")
                .expressionAttributeNames(Map.of("#id", "orderId", "#seq", "seq"))
                .expressionAttributeValues(Map.of(":seq", AttributeValue.fromN(Long.toString(status.seq()))))
                .build();
        return client.putItem(request).handle((answer, failure) -> {
            Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
            return cause instanceof ConditionalCheckFailedException ? null : cause;
        });
    }

    @Override
    protected long getSizeInBytes(OrderPut entry) {
        return entry.bytes().length;
    }

    @Override
    public void close() {
        super.close();
        client.close();
    }
}
