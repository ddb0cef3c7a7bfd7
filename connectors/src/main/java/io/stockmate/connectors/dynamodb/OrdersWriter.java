package io.stockmate.connectors.dynamodb;

import io.stockmate.core.projection.OrderStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Puts a batch of rows at once, of each order the newest. What the service is too busy for is put again. */
final class OrdersWriter<T> extends AsyncSinkWriter<T, OrderPut> {
    private static final int SERVER_ERROR = 500;

    private final DynamoDbAsyncClient client;
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
                if (failure != null && (failOnError || !mayPass(failure))) {
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
                result.complete();
            } else {
                result.retryForEntries(again);
            }
        });
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

    private static boolean mayPass(Throwable failure) {
        return failure instanceof SdkClientException
                || (failure instanceof SdkServiceException refusal
                        && (refusal.isThrottlingException() || refusal.statusCode() >= SERVER_ERROR));
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
