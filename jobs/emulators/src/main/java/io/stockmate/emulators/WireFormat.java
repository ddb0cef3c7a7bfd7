package io.stockmate.emulators;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The two forms in which SDKs speak to Kinesis and Firehose. They differ in blobs (base64 or bytes) and in times: JSON
 * has seconds with a fraction, CBOR milliseconds under tag 1.
 */
enum WireFormat {
    JSON("application/x-amz-json-1.1", new ObjectMapper()) {
        @Override
        void writeTime(JsonGenerator out, long millis) throws IOException {
            out.writeNumber(BigDecimal.valueOf(millis, 3));
        }

        @Override
        long millis(JsonNode number) {
            return number.decimalValue()
                    .movePointRight(3)
                    .setScale(0, RoundingMode.FLOOR)
                    .longValue();
        }
    },
    CBOR("application/x-amz-cbor-1.1", new ObjectMapper(new CBORFactory())) {
        private static final int EPOCH_TAG = 1;

        @Override
        void writeTime(JsonGenerator out, long millis) throws IOException {
            ((CBORGenerator) out).writeTag(EPOCH_TAG);
            out.writeNumber(millis);
        }

        @Override
        long millis(JsonNode number) {
            return number.longValue();
        }
    };

    private final String contentType;

    @SuppressWarnings("ImmutableEnumChecker") // never configured after its construction, and then safe to share
    private final ObjectMapper mapper;

    WireFormat(String contentType, ObjectMapper mapper) {
        this.contentType = contentType;
        this.mapper = mapper;
    }

    /** The format of a Content-Type header; null for anything but the two. */
    static @Nullable WireFormat ofContentType(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String type = header.split(";", 2)[0].trim();
        for (WireFormat format : values()) {
            if (format.contentType.equalsIgnoreCase(type)) {
                return format;
            }
        }
        return null;
    }

    String contentType() {
        return contentType;
    }

    /** An empty body is an empty object. */
    JsonNode read(byte[] body) {
        if (body.length == 0) {
            return mapper.createObjectNode();
        }
        try {
            JsonNode node = mapper.readTree(body);
            if (!node.isObject()) {
                throw ApiException.serialization("The body is not one object of " + contentType + ".");
            }
            return node;
        } catch (IOException unreadable) {
            throw ApiException.serialization("The body is not " + contentType + ": " + unreadable.getMessage());
        }
    }

    byte[] write(Reply reply) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator out = mapper.getFactory().createGenerator(bytes)) {
            out.writeStartObject();
            reply.writeTo(new ReplyWriter(out, this));
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    abstract void writeTime(JsonGenerator out, long millis) throws IOException;

    abstract long millis(JsonNode number);
}
