package baton.trials.faults;

import baton.endtoend.Balancer;
import baton.endtoend.RelayProcess;
import baton.endtoend.Weather;
import baton.model.ConversationId;
import baton.relay.redis.RedisTopology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The processes of a campaign and the links between them. Each victim has a lock: whoever does
/// something to it holds that.
final class Stage implements AutoCloseable {
    /// More than that, and a relay ends by itself.
    static final List<String> RELAY_MEMORY =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

    private final RedisTopology redis;
    private final Optional<Balancer> redisLinks;
    private final Balancer links = new Balancer();
    private final List<Victim<RelayProcess>> relays = new ArrayList<>();
    private final List<Victim<Host>> hosts = new ArrayList<>();
    private final List<SmallDisk> disks = new ArrayList<>();
    private final List<SmallDisk> disksOfRedis = new ArrayList<>();
    private final ReentrantLock redisLock = new ReentrantLock();

    /// Something that faults are done to, one after the other.
    record Victim<T>(T process, ReentrantLock lock) {
        Victim(T process) {
            this(process, new ReentrantLock());
        }
    }

    /// How it is set up.
    ///
    /// @param keepEvents how many events of each log relays keep; 0 for all
    record Setup(RedisTopology.Kind topology, int nodes, int keepEvents) {
        boolean isSingle() {
            return topology == RedisTopology.Kind.SINGLE;
        }
    }

    /// Starts Redis and relays.
    ///
    /// @param folder for their logs
    Stage(Setup setup, Path folder) {
        this.redis =
                RedisTopology.start(
                        setup.topology(), setup.isSingle() ? 0 : 2, made(redisHome(folder)));
        this.redisLinks = setup.isSingle() ? Optional.of(new Balancer()) : Optional.empty();
        redisLinks.ifPresent(door -> door.add(redis.port()));
        String url =
                redisLinks.map(door -> "redis://127.0.0.1:" + door.port()).orElseGet(redis::url);
        List<String> flags = new ArrayList<>(List.of("--redis", url));
        if (setup.keepEvents() > 0) {
            flags.addAll(List.of("--keep-events", Integer.toString(setup.keepEvents())));
        }
        for (int i = 0; i < setup.nodes(); i++) {
            RelayProcess relay = RelayProcess.on(folder, "relay-" + i, RELAY_MEMORY, flags);
            relays.add(new Victim<>(relay));
            links.add(relay.port());
        }
    }

    /// Where the servers of Redis keep what they store, below the folder of a campaign.
    private static Path redisHome(Path folder) {
        return redisDisk(folder).resolve("servers");
    }

    /// The disk of the servers of Redis, if it is to have limits.
    static Path redisDisk(Path folder) {
        return folder.resolve("redis");
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starts the processes of the devices.
    void open(Cast cast, Path folder, long seed, long paceMillis) {
        for (int i : cast.hosts()) {
            Path parts = folder.resolve("host-" + i + ".parts");
            try {
                Files.write(parts, cast.parts(i));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Host host =
                    new Host(
                            folder.resolve("host-" + i + ".log"),
                            List.of(
                                    cast.home(i).toString(),
                                    cast.ledgers().toString(),
                                    Long.toString(seed),
                                    Long.toString(paceMillis),
                                    parts.toString()));
            host.start();
            hosts.add(new Victim<>(host));
        }
    }

    /// One that devices keep their stores on.
    void add(SmallDisk disk) {
        disks.add(disk);
    }

    /// The one that Redis keeps its files on.
    void addOfRedis(SmallDisk disk) {
        disksOfRedis.add(disk);
    }

    List<SmallDisk> disksOfRedis() {
        return disksOfRedis;
    }

    List<SmallDisk> disks() {
        return disks;
    }

    RedisTopology redis() {
        return redis;
    }

    ReentrantLock redisLock() {
        return redisLock;
    }

    /// Links of the relays to a single Redis.
    Optional<Balancer> redisLinks() {
        return redisLinks;
    }

    /// Links of the devices to the relays.
    Balancer links() {
        return links;
    }

    List<Victim<RelayProcess>> relays() {
        return relays;
    }

    List<Victim<Host>> hosts() {
        return hosts;
    }

    /// One conversation's place in Redis.
    long stopRedisOf(ConversationId conversation) {
        return redis.stopPrimaryOf(conversation);
    }

    /// Everything is as it should be, and nothing bad happens meanwhile.
    void heal() {
        disks.forEach(SmallDisk::empty);
        disksOfRedis.forEach(SmallDisk::empty);
        links.set(Weather.CLEAR);
        // What the version before does not know waits for a relay of this one.
        links.resetOlder();
        redisLinks.ifPresent(door -> door.set(Weather.CLEAR));
        redis.restartDead();
    }

    @Override
    public void close() {
        hosts.forEach(host -> host.process().kill());
        links.close();
        redisLinks.ifPresent(Balancer::close);
        relays.forEach(relay -> relay.process().kill());
        redis.close();
    }
}
