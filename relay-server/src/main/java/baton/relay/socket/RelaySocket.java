package baton.relay.socket;

import baton.protocol.FrameCodec;
import baton.protocol.ProtocolVersion;
import baton.relay.account.Accounts;
import baton.relay.account.DeviceLinking;
import baton.relay.admission.Admission;
import baton.relay.admission.RateLimits;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.ssl.SSLEngineConfigurator;
import org.glassfish.grizzly.strategies.SameThreadIOStrategy;
import org.glassfish.tyrus.container.grizzly.server.WebSocketAddOn;

/// The relay's port: WebSockets at [ProtocolVersion#PATH], requests beside it. Started once,
/// stopped once; [#stop] may be called by any thread.
public final class RelaySocket {
    private static final int BACKLOG = 4_096;
    private static final int HEADER_BYTES_MAX = 8 * 1024;

    private static final int READ_BYTES_MAX = RelayEndpoint.FRAME_BYTES_MAX + 14;

    private static final long READ_SECONDS_MAX = 10;

    private final HttpServer server;
    private final NetworkListener listener;
    private final OpenSockets sockets;
    private final StuckSocketReaper reaper;

    /// Where it listens.
    ///
    /// @param port 0 takes any that is free
    /// @param tls speaks for the relay; empty if it speaks plainly
    public record Place(String host, int port, Optional<SSLContext> tls) {}

    /// What the port serves with.
    ///
    /// @param sendPatience how long a device may take to read one frame
    public record Parts(
            Accounts accounts,
            DeviceLinking linking,
            Admission admission,
            RateLimits limits,
            Switchboard switchboard,
            Readiness readiness,
            FrameCodec codec,
            Duration sendPatience) {}

    /// The threads it runs on, beside its selectors.
    ///
    /// @param gate few and with a bounded queue: checks tokens
    /// @param virtual one virtual thread per request
    /// @param reaper one platform thread
    public record Threads(Executor gate, Executor virtual, Executor reaper) {}

    private RelaySocket(
            HttpServer server,
            NetworkListener listener,
            OpenSockets sockets,
            StuckSocketReaper reaper) {
        this.server = server;
        this.listener = listener;
        this.sockets = sockets;
        this.reaper = reaper;
    }

    /// Binds the port and serves.
    ///
    /// @throws IOException if the address cannot be bound
    public static RelaySocket start(Place place, Parts parts, Threads threads) throws IOException {
        LibraryWords.shorten();
        OpenSockets sockets = new OpenSockets();
        NetworkListener listener = new NetworkListener("relay", place.host(), place.port());
        place.tls().ifPresent(context -> secure(listener, context));
        listener.setMaxHttpHeaderSize(HEADER_BYTES_MAX);
        listener.getKeepAlive().setIdleTimeoutInSeconds(-1);
        configure(listener.getTransport());
        listener.registerAddOn(new WebSocketAddOn(container(parts, sockets, threads), "/"));
        listener.registerAddOn(gate(parts, sockets, threads));
        HttpServer server = new HttpServer();
        server.addListener(listener);
        server.getServerConfiguration().addHttpHandler(requests(parts, sockets, threads), "/");
        server.getServerConfiguration().setAllowPayloadForUndefinedHttpMethods(false);
        server.start();
        StuckSocketReaper reaper = new StuckSocketReaper(sockets, parts.sendPatience());
        threads.reaper().execute(reaper);
        return new RelaySocket(server, listener, sockets, reaper);
    }

    /// Nothing older than TLS 1.3: every device that speaks to a relay knows it.
    private static void secure(NetworkListener listener, SSLContext context) {
        listener.setSecure(true);
        listener.setSSLEngineConfig(
                new SSLEngineConfigurator(context, false, false, false)
                        .setEnabledProtocols(new String[] {"TLSv1.3"}));
    }

    private static void configure(TCPNIOTransport transport) {
        transport.setIOStrategy(SameThreadIOStrategy.getInstance());
        transport.setTcpNoDelay(true);
        transport.setServerConnectionBackLog(BACKLOG);
        transport.setReadTimeout(READ_SECONDS_MAX, TimeUnit.SECONDS);
    }

    private static GrizzlyContainer container(Parts parts, OpenSockets sockets, Threads threads)
            throws IOException {
        RelayEndpoint endpoint =
                new RelayEndpoint(parts.switchboard(), sockets, parts.codec(), threads.virtual());
        GrizzlyContainer container = new GrizzlyContainer(READ_BYTES_MAX);
        try {
            container.register(
                    ServerEndpointConfig.Builder.create(RelayEndpoint.class, ProtocolVersion.PATH)
                            .configurator(new OneEndpoint(endpoint))
                            .build());
        } catch (DeploymentException e) {
            throw new IOException("the endpoint cannot be registered", e);
        }
        return container;
    }

    private static AddOn gate(Parts parts, OpenSockets sockets, Threads threads) {
        GateFilter gate =
                new GateFilter(
                        parts.admission(), parts.limits(), sockets, parts.codec(), threads.gate());
        return (NetworkListener listener, FilterChainBuilder chain) -> {
            int afterHttp = chain.indexOfType(HttpServerFilter.class) + 1;
            chain.add(afterHttp, gate);
            chain.add(afterHttp + 1, new FrameGuard());
        };
    }

    private static HttpRequests requests(Parts parts, OpenSockets sockets, Threads threads) {
        AccountRequests accounts =
                new AccountRequests(
                        parts.accounts(),
                        parts.admission(),
                        parts.limits(),
                        devices(parts),
                        parts.codec());
        return new HttpRequests(
                accounts, parts.readiness(), sockets, parts.codec(), threads.virtual());
    }

    private static DeviceRequests devices(Parts parts) {
        return new DeviceRequests(
                parts.accounts(),
                parts.linking(),
                parts.limits(),
                parts.switchboard(),
                parts.codec());
    }

    /// Where devices connect, without the path.
    public URI uri() {
        String host = listener.getHost();
        String literal = host.contains(":") ? "[" + host + "]" : host;
        String scheme = listener.isSecure() ? "wss://" : "ws://";
        return URI.create(scheme + literal + ":" + listener.getPort());
    }

    /// How many WebSockets are open.
    public int openSockets() {
        return sockets.count();
    }

    /// Lets nobody in any more; those who are in stay.
    public void drain() {
        sockets.drain();
    }

    /// Closes the port once all sockets are closed, or after a while.
    ///
    /// @param patience for sockets that were told to close
    public void stop(Duration patience) {
        drain();
        sockets.awaitNone(patience);
        reaper.stop();
        sockets.sockets().forEach(DeviceSocket::cut);
        server.shutdownNow();
    }
}
