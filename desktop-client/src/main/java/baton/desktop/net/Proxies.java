package baton.desktop.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which proxy leads where, by what a person chose; asked anew for each connection. A relay on this
/// computer is reached without any. Any thread.
public final class Proxies extends ProxySelector {
    private static final Logger LOG = LoggerFactory.getLogger(Proxies.class);

    /// As the system and the command line have it.
    private static final ProxySelector SYSTEM =
            Optional.ofNullable(ProxySelector.getDefault()).orElse(ProxySelector.of(null));

    static {
        // Tyrus asks the default one, also where a person wants no proxy.
        ProxySelector.setDefault(ProxySelector.of(null));
    }

    private volatile ProxyChoice choice;

    public Proxies(ProxyChoice choice) {
        this.choice = choice;
    }

    /// Holds from the next connection on.
    public void choose(ProxyChoice next) {
        choice = next;
    }

    public ProxyChoice choice() {
        return choice;
    }

    /// The proxy that leads to a relay; empty if none does.
    Optional<InetSocketAddress> to(RelayAddress relay) {
        if (relay.isLoopback()) {
            return Optional.empty();
        }
        return switch (choice) {
            case ProxyChoice.Direct _ -> Optional.empty();
            case ProxyChoice.Through(String host, int port) ->
                    Optional.of(new InetSocketAddress(host, port));
            case ProxyChoice.OfSystem _ ->
                    SYSTEM.select(relay.http("/")).stream()
                            .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
                            .map(proxy -> (InetSocketAddress) proxy.address())
                            .findFirst();
        };
    }

    @Override
    public List<Proxy> select(URI uri) {
        return RelayAddress.parse(uri.getScheme() + "://" + uri.getAuthority())
                .flatMap(this::to)
                .map(address -> List.of(new Proxy(Proxy.Type.HTTP, address)))
                .orElse(List.of(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress proxy, IOException failure) {
        LOG.debug("The proxy {} does not answer", proxy, failure);
    }
}
