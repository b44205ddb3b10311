package baton.relay.app;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.protocol.ClientFrame;
import baton.protocol.FrameCodec;
import baton.relay.account.Accounts;
import baton.relay.account.AccountsUnavailableException;
import baton.relay.account.DeviceLinking;
import baton.relay.account.DeviceTokens;
import baton.relay.account.PasswordHashes;
import baton.relay.account.SignedInDevice;
import baton.relay.admission.Admission;
import baton.relay.admission.RateLimits;
import baton.relay.redis.RedisAccounts;
import baton.relay.redis.RedisConnections;
import baton.relay.redis.RedisLinks;
import baton.relay.session.FrameSink;
import baton.relay.session.Identity;
import baton.relay.socket.Connected;
import baton.relay.socket.RelaySocket;
import baton.relay.socket.Switchboard;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// The relay's edge on a real port and a real Redis, with sessions of the test's own behind it.
final class Edge implements AutoCloseable, Switchboard {
    static final SecureRandom RANDOM = new SecureRandom();

    final FrameCodec codec = new FrameCodec();
    final List<FrameSink> sinks = new CopyOnWriteArrayList<>();
    final List<Identity> identities = new CopyOnWriteArrayList<>();
    final List<ClientFrame> frames = new CopyOnWriteArrayList<>();
    final List<DeviceId> signedOut = new CopyOnWriteArrayList<>();
    final List<String> renamed = new CopyOnWriteArrayList<>();
    volatile boolean isCutOff;
    final EmbeddedRedis redis;
    final RelaySocket socket;
    private final RedisConnections connections;
    private final ExecutorService gate = Executors.newFixedThreadPool(2);
    private final BiFunction<FrameSink, ClientFrame, Boolean> session;

    Edge(Path folder) throws Exception {
        this(folder, RateLimits.Quota.STANDARD, (sink, frame) -> true);
    }

    /// @param session what a session does with a frame; false if it cannot take it now
    Edge(Path folder, RateLimits.Quota quota, BiFunction<FrameSink, ClientFrame, Boolean> session)
            throws Exception {
        this.session = session;
        this.redis = EmbeddedRedis.start(folder, Thread.ofPlatform().daemon().factory());
        this.connections = new RedisConnections(redis.endpoint());
        RedisAccounts store = new RedisAccounts(connections, codec);
        Accounts accounts =
                new Accounts(
                        store,
                        store,
                        new PasswordHashes(RANDOM),
                        new DeviceTokens(RANDOM),
                        InstantSource.system(),
                        true);
        this.socket =
                RelaySocket.start(
                        new RelaySocket.Place("127.0.0.1", 0, Optional.empty()),
                        new RelaySocket.Parts(
                                accounts,
                                new DeviceLinking(
                                        new RedisLinks(connections),
                                        accounts,
                                        RANDOM,
                                        InstantSource.system()),
                                new Admission(accounts, Set.of("https://listed.example")),
                                new RateLimits(quota, InstantSource.system()),
                                this,
                                new RedisReadiness(connections),
                                codec,
                                Duration.ofSeconds(2)),
                        new RelaySocket.Threads(
                                gate,
                                task -> Thread.ofVirtual().start(task),
                                task -> Thread.ofPlatform().daemon().start(task)));
    }

    @Override
    public Connected connect(Identity identity, FrameSink sink) {
        sinks.add(sink);
        identities.add(identity);
        return new Connected() {
            @Override
            public boolean offer(ClientFrame frame) {
                boolean taken = session.apply(sink, frame);
                return taken && frames.add(frame);
            }

            @Override
            public void disconnected() {
                sinks.remove(sink);
            }
        };
    }

    @Override
    public void signedOut(AccountId account, SignedInDevice device) {
        if (isCutOff) {
            throw new AccountsUnavailableException(new IllegalStateException("cut off"));
        }
        signedOut.add(device.device());
    }

    @Override
    public void renamed(AccountId account, SignedInDevice device) {
        renamed.add(device.device() + " " + device.name());
    }

    Client client() {
        return new Client(socket.uri());
    }

    Stream<Identity> connected() {
        return identities.stream();
    }

    @Override
    public void close() {
        socket.stop(Duration.ofSeconds(1));
        gate.shutdownNow();
        connections.close();
        redis.close();
    }
}
