import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintStream;
import java.net.URI;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.slf4j.LoggerFactory;

/**
 * S3 on one machine, in memory: one bucket, whose name is the argument. Says where it listens, and ends with its input.
 * It believes everyone.
 */
public final class S3Server {
    private S3Server() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        // The libraries' log goes there; a client that was killed is no reason to complain.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        System.setOut(System.err);
        try (BlobStoreContext context = ContextBuilder.newBuilder("transient")
                .credentials("none", "none")
                .build(BlobStoreContext.class)) {
            BlobStore store = context.getBlobStore();
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
        }
    }
}
