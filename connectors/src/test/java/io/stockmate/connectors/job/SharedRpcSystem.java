package io.stockmate.connectors.job;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.rpc.AddressResolution;
import org.apache.flink.runtime.rpc.RpcSystem;
import org.jspecify.annotations.Nullable;

/** An RPC system that stays open when a cluster that used it ends. */
final class SharedRpcSystem implements RpcSystem {
    private final RpcSystem shared;

    SharedRpcSystem(RpcSystem shared) {
        this.shared = shared;
    }

    @Override
    public RpcServiceBuilder localServiceBuilder(Configuration configuration) {
        return shared.localServiceBuilder(configuration);
    }

    @Override
    public RpcServiceBuilder remoteServiceBuilder(
            Configuration configuration, @Nullable String externalAddress, String externalPortRange) {
        return shared.remoteServiceBuilder(configuration, externalAddress, externalPortRange);
    }

    @Override
    public String getRpcUrl(
            String host, int port, String endpoint, AddressResolution resolution, Configuration configuration)
            throws UnknownHostException {
        return shared.getRpcUrl(host, port, endpoint, resolution, configuration);
    }

    @Override
    public InetSocketAddress getInetSocketAddressFromRpcUrl(String url) throws Exception {
        return shared.getInetSocketAddressFromRpcUrl(url);
    }

    @Override
    public long getMaximumMessageSizeInBytes(Configuration configuration) {
        return shared.getMaximumMessageSizeInBytes(configuration);
    }
}
