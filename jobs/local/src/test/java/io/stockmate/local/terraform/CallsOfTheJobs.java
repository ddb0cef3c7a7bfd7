package io.stockmate.local.terraform;

import io.stockmate.local.platform.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The AWS calls that jobs, clock, merging and the agent for metrics make, as pairs of action and resource. Sources: our
 * Kinesis source and the readers of {@code connectors.kinesis} call ListShards, GetShardIterator and GetRecords; the
 * sinks of flink-connector-kinesis and of the Firehose connector PutRecords and PutRecordBatch only (seen at the local
 * endpoints); {@code connectors.dynamodb} PutItem. Files: what Hadoop's S3A documents for reading, writing and multipart
 * uploads. IAM's page on encrypted streams: readers need kms:Decrypt, writers kms:GenerateDataKey. Metrics in the
 * embedded format are lines of a log.
 */
final class CallsOfTheJobs {
    private static final List<String> READ = List.of("GetRecords", "GetShardIterator", "ListShards");
    private static final List<String> FILES =
            List.of("AbortMultipartUpload", "DeleteObject", "GetObject", "ListMultipartUploadParts", "PutObject");
    private static final String ACCOUNT = "${data.aws_caller_identity.this.account_id}";
    private static final String PARTITION = "${data.aws_partition.this.partition}";

    private final TreeSet<String> calls = new TreeSet<>();

    private CallsOfTheJobs() {}

    static String call(String action, String resource) {
        return action + " on " + resource;
    }

    /**
     * By job, and for the clock, merging and the agent.
     *
     * @param tables of the jobs, by job
     */
    static Map<String, TreeSet<String>> byName(Map<String, List<String>> tables, String region) {
        Map<String, CallsOfTheJobs> all = new TreeMap<>();
        tables.forEach(
                (job, own) -> all.put(job, new CallsOfTheJobs().files(job, own).keys("lake")));
        for (String name : List.of("matching", "anomaly", "demand", "accounting", "clock")) {
            all.computeIfAbsent(name, unknown -> new CallsOfTheJobs()).keys("streams");
        }
        all.get("matching").reads(Streams.COMMANDS).writes(Streams.EVENTS).delivers(Streams.ORDER_STATUS);
        all.get("anomaly").reads(Streams.EVENTS).writes(Streams.ALERTS);
        all.get("demand").reads(Streams.EVENTS).writes(Streams.ALERTS);
        all.get("accounting")
                .reads(Streams.EVENTS)
                .reads(Streams.ALERTS)
                .delivers(Streams.ACCOUNTING)
                .add("dynamodb:PutItem", "${aws_dynamodb_table.orders.arn}")
                .add(
                        "rds-db:connect",
                        "arn:" + PARTITION + ":rds-db:" + region + ":" + ACCOUNT
                                + ":dbuser:${aws_db_instance.ledger.resource_id}/accounting");
        all.get("clock").reads(Streams.EVENTS).writes(Streams.COMMANDS);
        all.put("merge", new CallsOfTheJobs().merges(tables).keys("lake"));
        all.put("metrics", new CallsOfTheJobs().logs());
        Map<String, TreeSet<String>> calls = new TreeMap<>();
        all.forEach((name, own) -> calls.put(name, own.calls));
        return calls;
    }

    private CallsOfTheJobs add(String action, String resource) {
        calls.add(call(action, resource));
        return this;
    }

    private CallsOfTheJobs reads(String stream) {
        READ.forEach(action -> add("kinesis:" + action, stream(stream)));
        return this;
    }

    private CallsOfTheJobs writes(String stream) {
        return add("kinesis:PutRecords", stream(stream));
    }

    private static String stream(String name) {
        return "${aws_kinesis_stream.this[\"" + name + "\"].arn}";
    }

    private CallsOfTheJobs delivers(String delivery) {
        return add("firehose:PutRecordBatch", "${aws_kinesis_firehose_delivery_stream.this[\"" + delivery + "\"].arn}");
    }

    private CallsOfTheJobs files(String job, List<String> tables) {
        List<String> prefixes = new ArrayList<>();
        tables.forEach(table -> prefixes.add(bucket("lake") + "/lake/" + table + "/*"));
        prefixes.add(bucket("state") + "/" + job + "/*");
        for (String action : FILES) {
            prefixes.forEach(prefix -> add("s3:" + action, prefix));
        }
        for (String bucket : List.of("lake", "state")) {
            add("s3:ListBucket", bucket(bucket)).add("s3:ListBucketMultipartUploads", bucket(bucket));
        }
        return this;
    }

    /** All tables but the log and the dead letters, and the lists. */
    private CallsOfTheJobs merges(Map<String, List<String>> tables) {
        Stream<String> merged = tables.values().stream()
                .flatMap(List::stream)
                .filter(table -> !table.equals("command") && !table.equals("dead_letter"));
        Stream.concat(merged, Stream.of("listed"))
                .forEach(folder ->
                        FILES.forEach(action -> add("s3:" + action, bucket("lake") + "/lake/" + folder + "/*")));
        return add("s3:ListBucket", bucket("lake")).add("s3:ListBucketMultipartUploads", bucket("lake"));
    }

    private CallsOfTheJobs logs() {
        for (String action : List.of("CreateLogStream", "DescribeLogStreams", "PutLogEvents")) {
            add("logs:" + action, "${aws_cloudwatch_log_group.metrics.arn}:*");
        }
        return this;
    }

    private static String bucket(String name) {
        return "${aws_s3_bucket.this[\"" + name + "\"].arn}";
    }

    private CallsOfTheJobs keys(String key) {
        String arn = "${aws_kms_key.this[\"" + key + "\"].arn}";
        return add("kms:Decrypt", arn).add("kms:GenerateDataKey", arn);
    }
}
