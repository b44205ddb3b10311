package baton.desktop.net;

import baton.protocol.ProtocolVersion;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/// Opens connections to one relay with one device's token. Any thread.
public final class RelayConnector implements Connector {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private final RelayAddress address;
    private final String token;
    private final Proxies proxies;
    private final Executor threads;
    private final Duration answerWithin;

    /// @param threads gives each task a virtual thread of its own: a connection has one that dials
    ///   and writes, and one that ends it
    public RelayConnector(RelayAddress address, String token, Proxies proxies, Executor threads) {
        this(address, token, proxies, threads, ANSWER_WITHIN);
    }

    RelayConnector(
            RelayAddress address,
            String token,
            Proxies proxies,
            Executor threads,
            Duration answerWithin) {
        this.address = address;
        this.token = token;
        this.proxies = proxies;
        this.threads = threads;
        this.answerWithin = answerWithin;
    }

    @Override
    public Connection open(ConnectionListener listener) {
        Handshake handshake =
                new Handshake(
                        address.sync(),
                        token,
                        address.secure()
                                ? Optional.of(new RelayTrust(address.key()))
                                : Optional.empty(),
                        ProtocolVersion.CURRENT,
                        proxies.to(address),
                        answerWithin);
        RelayConnection connection = new RelayConnection(handshake, listener, threads);
        connection.start();
        return connection;
    }
}
