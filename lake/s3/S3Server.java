import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.domain.Blob;
import org.jclouds.blobstore.domain.BlobMetadata;
import org.jclouds.blobstore.domain.MultipartPart;
import org.jclouds.blobstore.domain.MultipartUpload;
import org.jclouds.blobstore.options.PutOptions;
import org.jclouds.blobstore.util.ForwardingBlobStore;
import org.jclouds.http.HttpResponse;
import org.jclouds.http.HttpResponseException;
import org.jclouds.io.Payload;
import org.slf4j.LoggerFactory;

/**
 * S3 on one machine, in memory: one bucket, whose name is the argument. Says where it listens, ends with its input,
 * and says then how much it failed on purpose. It believes everyone. Further arguments are a share of the writes that fail on purpose, and the seed of which: status
 * 503, and half of them have been done before.
 */
public final class S3Server {
    private static final AtomicLong FAILED = new AtomicLong();

    private S3Server() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        // The libraries' log goes there; a client that was killed is no reason to complain.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        System.setOut(System.err);
        try (BlobStoreContext context = ContextBuilder.newBuilder("transient")
                .credentials("none", "none")
                .build(BlobStoreContext.class)) {
            BlobStore store = arguments.length == 1
                    ? context.getBlobStore()
                    : new FaultyStore(
                            context.getBlobStore(),
                            Double.parseDouble(arguments[1]),
                            new SplittableRandom(Long.parseLong(arguments[2])));
            store.createContainerInLocation(null, arguments[0]);
            S3Proxy server = S3Proxy.builder()
                    .blobStore(store)
                    .endpoint(URI.create("http://127.0.0.1:0"))
                    .build();
            server.start();
            out.println("http://127.0.0.1:" + server.getPort());
            while (System.in.read() >= 0) {
                // Nobody has anything to say.
            }
            server.stop();
            out.println(FAILED.get());
        }
    }

    /** Fails at times, before or after what it is asked to do. */
    private static final class FaultyStore extends ForwardingBlobStore {
        private final double share;
        private final SplittableRandom random;

        FaultyStore(BlobStore store, double share, SplittableRandom random) {
            super(store);
            this.share = share;
            this.random = random;
        }

        private <T> T perhaps(Supplier<T> work) {
            boolean fails;
            boolean done;
            synchronized (this) {
                fails = random.nextDouble() < share;
                done = random.nextBoolean();
            }
            if (fails && !done) {
                throw failure();
            }
            T result = work.get();
            if (fails) {
                throw failure();
            }
            return result;
        }

        private static HttpResponseException failure() {
            FAILED.incrementAndGet();
            HttpResponse answer = HttpResponse.builder()
                    .statusCode(503)
                    .message("failed on purpose")
                    .build();
            return new HttpResponseException("failed on purpose", null, answer);
        }

        @Override
        public String putBlob(String container, Blob blob, PutOptions options) {
            return perhaps(() -> super.putBlob(container, blob, options));
        }

        @Override
        public MultipartUpload initiateMultipartUpload(String container, BlobMetadata blob, PutOptions options) {
            return perhaps(() -> super.initiateMultipartUpload(container, blob, options));
        }

        @Override
        public MultipartPart uploadMultipartPart(MultipartUpload upload, int part, Payload payload) {
            return perhaps(() -> super.uploadMultipartPart(upload, part, payload));
        }

        @Override
        public String completeMultipartUpload(MultipartUpload upload, List<MultipartPart> parts) {
            return perhaps(() -> super.completeMultipartUpload(upload, parts));
        }
    }
}
