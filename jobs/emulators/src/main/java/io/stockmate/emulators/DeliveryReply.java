package io.stockmate.emulators;

import java.io.IOException;
import java.util.List;

/** A delivery stream as DescribeDeliveryStream shows it. */
record DeliveryReply(DeliveryStream stream) implements Reply {

    static String arn(String name) {
        return "arn:aws:firehose:us-east-1:000000000000:deliverystream/" + name;
    }

    @Override
    public void writeTo(ReplyWriter out) throws IOException {
        out.text("DeliveryStreamName", stream.description().name());
        out.text("DeliveryStreamARN", arn(stream.description().name()));
        out.text("DeliveryStreamStatus", "ACTIVE");
        out.text("DeliveryStreamType", "DirectPut");
        out.text("VersionId", "1");
        out.time("CreateTimestamp", stream.description().createdAt());
        out.objects("Destinations", List.of((Reply) this::destination));
        out.flag("HasMoreDestinations", false);
    }

    private void destination(ReplyWriter out) throws IOException {
        out.text("DestinationId", "destinationId-000000000001");
        out.object("ExtendedS3DestinationDescription", s3 -> {
            s3.text("RoleARN", "arn:aws:iam::000000000000:role/local");
            s3.text("BucketARN", "arn:aws:s3:::local");
            s3.text("Prefix", stream.description().prefix());
            s3.object("BufferingHints", hints -> {
                hints.number("SizeInMBs", Math.max(1, stream.bufferBytes() >> 20));
                hints.number("IntervalInSeconds", Math.max(1, stream.bufferIntervalMillis() / 1000));
            });
            s3.text("CompressionFormat", "UNCOMPRESSED");
            s3.object("EncryptionConfiguration", none -> none.text("NoEncryptionConfig", "NoEncryption"));
        });
    }
}
