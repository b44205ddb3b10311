package baton.relay.app;

import baton.model.KeyFingerprint;
import baton.protocol.FrameCodec;
import baton.relay.account.Accounts;
import baton.relay.account.DeviceLinking;
import baton.relay.account.DeviceTokens;
import baton.relay.account.PasswordHashes;
import baton.relay.admission.Admission;
import baton.relay.admission.RateLimits;
import baton.relay.redis.RedisAccounts;
import baton.relay.redis.RedisLinks;
import baton.relay.redis.RedisUnavailableException;
import baton.relay.socket.RelaySocket;
import baton.relay.tls.RelayKey;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;

/// One running relay: Redis, sessions and the port. Starts in any process and as often as there are
/// folders; stops in order. May be closed by any thread, more than once.
public final class Relay implements AutoCloseable {
    private static final Duration REDIS_PATIENCE = Duration.ofSeconds(30);
    private static final Duration REDIS_STEP = Duration.ofMillis(100);
    private static final Duration SEND_PATIENCE = Duration.ofSeconds(10);
    private static final Duration LEAVE_PATIENCE = Duration.ofSeconds(3);
    private static final int GATE_THREADS = 4;
    private static final int GATE_QUEUE = 4_096;

    private final RelayConfig config;
    private final RedisHome redis;
    private final RelayCore core;
    private final RelaySocket socket;
    private final ExecutorService gate;
    private final Optional<RelayKey> key;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Relay(
            RelayConfig config,
            RedisHome redis,
            RelayCore core,
            RelaySocket socket,
            ExecutorService gate,
            Optional<RelayKey> key) {
        this.config = config;
        this.key = key;
        this.redis = redis;
        this.core = core;
        this.socket = socket;
        this.gate = gate;
    }

    /// Starts a relay and returns when it can serve.
    ///
    /// @throws RelayStartException with a sentence for the person who started it
    public static Relay start(RelayConfig config) throws RelayStartException, InterruptedException {
        ThreadFactory platform = Thread.ofPlatform().daemon().name("relay-", 0).factory();
        RedisHome redis = RedisHome.open(config.store(), REDIS_PATIENCE, platform);
        SecureRandom random = new SecureRandom();
        RedisAccounts store = new RedisAccounts(redis.connections(), new FrameCodec());
        RelayCore core = core(config, redis, store, random);
        ExecutorService gate = gateThreads();
        try {
            if (redis.own().isPresent()) {
                core.isAlone();
            }
            RelaySocket.Threads threads =
                    new RelaySocket.Threads(
                            gate,
                            task -> Thread.ofVirtual().name("edge").start(task),
                            task -> platform.newThread(task).start());
            RelaySocket.Parts parts = parts(config, redis, store, core, random);
            Optional<RelayKey> key = RelayKeys.of(config.tls(), InstantSource.system(), random);
            RelaySocket socket = RelaySocket.start(place(config, key), parts, threads);
            return new Relay(config, redis, core, socket, gate, key);
        } catch (IOException e) {
            release(gate, core, redis);
            throw cannotListen(config, e);
        } catch (RelayStartException | RuntimeException e) {
            release(gate, core, redis);
            throw e;
        }
    }

    private static RelaySocket.Place place(RelayConfig config, Optional<RelayKey> key)
            throws RelayStartException {
        try {
            Optional<SSLContext> tls =
                    key.isPresent() ? Optional.of(key.get().context()) : Optional.empty();
            return new RelaySocket.Place(config.host(), config.port(), tls);
        } catch (GeneralSecurityException e) {
            throw new RelayStartException(
                    RelayStartException.Reason.KEY,
                    "Key and certificate do not fit ("
                            + e
                            + "). Stored messages are untouched. Name a pair with --certificate"
                            + " and --certificate-key.",
                    e);
        }
    }

    /// Redis has answered, and may be away again before everything is read that a relay needs.
    private static RelayCore core(
            RelayConfig config, RedisHome redis, RedisAccounts store, SecureRandom random)
            throws RelayStartException, InterruptedException {
        InstantSource clock = InstantSource.system();
        long deadline = System.nanoTime() + REDIS_PATIENCE.toNanos();
        while (true) {
            try {
                return RelayCore.start(redis.connections(), store, clock, random, config.kept());
            } catch (RedisUnavailableException e) {
                if (System.nanoTime() > deadline) {
                    redis.close();
                    throw new RelayStartException(
                            RelayStartException.Reason.STORE,
                            "Redis answered and went away again while the relay started ("
                                    + e.getMessage()
                                    + "). Stored messages are untouched. Look after Redis, then"
                                    + " start the relay again.",
                            e);
                }
                TimeUnit.MILLISECONDS.sleep(REDIS_STEP.toMillis());
            }
        }
    }

    private static ExecutorService gateThreads() {
        return new ThreadPoolExecutor(
                GATE_THREADS,
                GATE_THREADS,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(GATE_QUEUE),
                Thread.ofPlatform().daemon().name("gate-", 0).factory());
    }

    private static RelaySocket.Parts parts(
            RelayConfig config,
            RedisHome redis,
            RedisAccounts store,
            RelayCore core,
            SecureRandom random) {
        Accounts accounts =
                new Accounts(
                        store,
                        core.names(),
                        new PasswordHashes(random),
                        new DeviceTokens(random),
                        InstantSource.system(),
                        config.isSignUpOpen());
        return new RelaySocket.Parts(
                accounts,
                new DeviceLinking(
                        new RedisLinks(redis.connections()),
                        accounts,
                        random,
                        InstantSource.system()),
                new Admission(accounts, config.origins()),
                new RateLimits(RateLimits.Quota.STANDARD, InstantSource.system()),
                new CoreSwitchboard(core),
                new RelayHealth(new RedisReadiness(redis.connections()), core.meters()),
                new FrameCodec(),
                SEND_PATIENCE);
    }

    private static RelayStartException cannotListen(RelayConfig config, IOException e) {
        return new RelayStartException(
                RelayStartException.Reason.PORT,
                "The relay cannot listen on "
                        + config.host()
                        + " port "
                        + config.port()
                        + " ("
                        + e.getMessage()
                        + "). Stored messages are untouched. Stop what uses the port, or choose"
                        + " another one with --port.",
                e);
    }

    /// Where devices connect, for example `ws://127.0.0.1:7340`.
    public URI uri() {
        return socket.uri();
    }

    /// What devices know its own key by; empty if it speaks plainly, or with a key that somebody
    /// vouches for.
    public Optional<KeyFingerprint> ownKey() {
        return config.tls() instanceof RelayConfig.Tls.Own
                ? key.map(RelayKey::fingerprint)
                : Optional.empty();
    }

    /// Where everything is kept: a folder, or the address of a Redis.
    public String store() {
        return config.store().toString();
    }

    /// Tells every device when to come back, waits for a moment until they have gone, and stops.
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        socket.drain();
        core.stopAll(LEAVE_PATIENCE);
        socket.stop(LEAVE_PATIENCE);
        release(gate, core, redis);
    }

    private static void release(ExecutorService gate, RelayCore core, RedisHome redis) {
        gate.shutdownNow();
        core.close();
        redis.close();
    }
}
