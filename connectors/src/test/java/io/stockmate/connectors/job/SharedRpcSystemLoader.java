package io.stockmate.connectors.job;

import java.util.Comparator;
import java.util.ServiceLoader;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.rpc.RpcSystem;
import org.apache.flink.runtime.rpc.RpcSystemLoader;

/**
 * Gives all clusters of a test process one RPC system. Flink loads one for each: it unpacks 21 MB and loads some
 * thousand classes, which takes longer than all else that starts a cluster. It holds no state of a cluster's.
 */
public final class SharedRpcSystemLoader implements RpcSystemLoader {
    /** Flink takes the loader of the least. */
    @Override
    public int getLoadPriority() {
        return Integer.MIN_VALUE;
    }

    @Override
    public RpcSystem loadRpcSystem(Configuration configuration) {
        return Shared.SYSTEM;
    }

    private static final class Shared {
        static final RpcSystem SYSTEM = load();

        private static RpcSystem load() {
            RpcSystem own = ServiceLoader.load(RpcSystemLoader.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(loader -> !(loader instanceof SharedRpcSystemLoader))
                    .min(Comparator.comparingInt(RpcSystemLoader::getLoadPriority))
                    .orElseThrow()
                    .loadRpcSystem(new Configuration());
            Runtime.getRuntime().addShutdownHook(new Thread(own::close, "close RPC system"));
            return new SharedRpcSystem(own);
        }
    }
}
