package baton.relay.redis;

import baton.model.ConversationId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;

/// Real Redis servers that stand in for one another, in a folder of their own, for tests and
/// measurements. They end with [#close] or with this JVM. For one thread.
public final class RedisTopology implements AutoCloseable {
    private static final String NAME = "mymaster";
    private static final int SENTINELS = 3;
    private static final int PRIMARIES = 3;

    /// How the servers are arranged.
    public enum Kind {
        SINGLE,
        SENTINEL,
        CLUSTER
    }

    private final Kind kind;
    private final Path folder;
    private final List<RedisInstance> servers = new ArrayList<>();
    private final List<RedisInstance> sentinels = new ArrayList<>();
    private final Thread atExit = new Thread(this::killAll);

    private RedisTopology(Kind kind, Path folder) {
        this.kind = kind;
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /// Returns when everybody knows everybody and all replicas have what their primary has.
    ///
    /// @param replicas of each primary; a single server has none
    public static RedisTopology start(Kind kind, int replicas) {
        try {
            return start(kind, replicas, Files.createTempDirectory("baton-redis"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same in a folder that is there; what is in it goes in the end.
    public static RedisTopology start(Kind kind, int replicas, Path folder) {
        RedisTopology redis = new RedisTopology(kind, folder);
        switch (kind) {
            case SINGLE -> redis.server();
            case SENTINEL -> redis.watched(replicas);
            case CLUSTER -> redis.cluster(replicas);
        }
        return redis;
    }

    private RedisInstance server(String... settings) {
        RedisInstance server = RedisInstance.server(folder, List.of(settings)).start();
        servers.add(server);
        return server;
    }

    private void watched(int replicas) {
        int primary = server().port();
        for (int i = 0; i < replicas; i++) {
            server("--replicaof 127.0.0.1 " + primary);
        }
        awaitReplicas(replicas);
        for (int i = 0; i < SENTINELS; i++) {
            List<String> configuration =
                    List.of(
                            "sentinel monitor " + NAME + " 127.0.0.1 " + primary + " 2",
                            "sentinel down-after-milliseconds " + NAME + " 1000",
                            "sentinel failover-timeout " + NAME + " 3000");
            sentinels.add(RedisInstance.sentinel(folder, configuration).start());
        }
        for (RedisInstance sentinel : sentinels) {
            RedisInstance.await("the Sentinels know everybody", () -> knowsAll(sentinel, replicas));
        }
    }

    private static boolean knowsAll(RedisInstance sentinel, int replicas) {
        Map<String, String> primary = sentinel.tell(jedis -> jedis.sentinelMaster(NAME));
        List<Map<String, String>> known = sentinel.tell(jedis -> jedis.sentinelReplicas(NAME));
        return "2".equals(primary.get("num-other-sentinels"))
                && "master".equals(primary.get("flags"))
                && known.size() == replicas
                && known.stream()
                        .allMatch(replica ->
                                "slave".equals(replica.get("flags"))
                                        && "ok".equals(replica.get("master-link-status")));
    }

    private void awaitReplicas(int replicas) {
        RedisInstance.await(
                "all replicas have everything",
                () ->
                        servers.stream()
                                        .filter(RedisInstance::isAlive)
                                        .filter(server ->
                                                server.tell(jedis -> jedis.info("replication"))
                                                        .contains("master_link_status:up"))
                                        .count()
                                == replicas);
    }

    private void cluster(int replicas) {
        for (int i = 0; i < PRIMARIES * (1 + replicas); i++) {
            server("--cluster-enabled yes", "--cluster-node-timeout 1000");
        }
        for (int i = 0; i < PRIMARIES; i++) {
            int from = i * RedisPrimaries.SLOTS / PRIMARIES;
            int to = (i + 1) * RedisPrimaries.SLOTS / PRIMARIES;
            int[] slots = IntStream.range(from, to).toArray();
            servers.get(i).tell(jedis -> jedis.clusterAddSlots(slots));
        }
        for (int i = 0; i < servers.size(); i++) {
            String number = Integer.toString(i + 1);
            servers.get(i)
                    .tell(jedis ->
                            jedis.sendCommand(
                                    redis.clients.jedis.Protocol.Command.CLUSTER,
                                    "SET-CONFIG-EPOCH",
                                    number));
        }
        int first = servers.getFirst().port();
        servers.stream()
                .skip(1)
                .forEach(server -> server.tell(jedis -> jedis.clusterMeet("127.0.0.1", first)));
        awaitCluster("knows everybody", lines -> lines == servers.size());
        for (int i = PRIMARIES; i < servers.size(); i++) {
            String primary = servers.get(i % PRIMARIES).tell(RedisTopology::id);
            servers.get(i).tell(jedis -> jedis.clusterReplicate(primary));
        }
        awaitReplicas(PRIMARIES * replicas);
        RedisInstance.await(
                "the cluster knows its replicas",
                () ->
                        servers.stream()
                                .allMatch(server ->
                                        server.tell(Jedis::clusterNodes)
                                                                .lines()
                                                                .filter(line ->
                                                                        line.contains("slave"))
                                                                .count()
                                                        == (long) PRIMARIES * replicas
                                                && server.tell(Jedis::clusterInfo)
                                                        .contains("cluster_state:ok")));
    }

    private void awaitCluster(String what, java.util.function.LongPredicate nodes) {
        RedisInstance.await(
                "each server of the cluster " + what,
                () ->
                        servers.stream()
                                .allMatch(server ->
                                        nodes.test(
                                                server.tell(Jedis::clusterNodes)
                                                        .lines()
                                                        .filter(line -> !line.contains("handshake"))
                                                        .count())));
    }

    private static String id(Jedis jedis) {
        return jedis.clusterNodes()
                .lines()
                .filter(line -> line.contains("myself"))
                .map(line -> line.split(" ", 2)[0])
                .findFirst()
                .orElseThrow();
    }

    /// What a relay is told.
    public String url() {
        return switch (kind) {
            case SINGLE -> "redis://" + places(servers);
            case SENTINEL -> "redis-sentinel://" + places(sentinels) + "/" + NAME;
            case CLUSTER -> "redis-cluster://" + places(servers);
        };
    }

    /// Of all servers that hold data.
    public List<Long> processes() {
        return servers.stream().flatMap(RedisInstance::processes).map(ProcessHandle::pid).toList();
    }

    private static String places(List<RedisInstance> instances) {
        return instances.stream()
                .map(instance -> "127.0.0.1:" + instance.port())
                .collect(Collectors.joining(","));
    }

    RedisConnections connections() {
        return new RedisConnections(RedisEndpoint.parse(url()).orElseThrow());
    }

    /// The one that writes a conversation's log now.
    RedisInstance primaryOf(ConversationId conversation) {
        try (RedisConnections connections = connections()) {
            RedisEndpoint.Url url =
                    (RedisEndpoint.Url)
                            connections.primaries().of(RedisKeys.log(conversation)).server();
            return at(url.port());
        }
    }

    /// Those that could take its place.
    List<RedisInstance> replicasOf(RedisInstance primary) {
        return primary.tell(Replicas::copies).keySet().stream()
                .map(place -> at(Integer.parseInt(place.split(" ", 2)[1])))
                .toList();
    }

    private RedisInstance at(int port) {
        return servers.stream().filter(server -> server.port() == port).findFirst().orElseThrow();
    }

    /// Changes a setting of one replica of the first server.
    ///
    /// @return where it answers, as in a URL
    public String setOnAReplica(String setting, String value) {
        RedisInstance replica = replicasOf(servers.getFirst()).getFirst();
        replica.tell(jedis -> jedis.configSet(setting, value));
        return "127.0.0.1:" + replica.port();
    }

    /// Changes a setting of the only server, until it is started again.
    public void set(String setting, String value) {
        servers.getFirst().tell(jedis -> jedis.configSet(setting, value));
    }

    /// As `kill -9`, of the server that writes a conversation's log.
    public void killPrimaryOf(ConversationId conversation) {
        primaryOf(conversation).kill();
    }

    /// The server that writes a conversation's log says and hears nothing until [#letAllGoOn].
    ///
    /// @return its process
    public long stopPrimaryOf(ConversationId conversation) {
        RedisInstance primary = primaryOf(conversation);
        primary.stop();
        return primary.pid();
    }

    /// Those that were stopped and live.
    public void letAllGoOn() {
        servers.stream().filter(RedisInstance::isAlive).forEach(RedisInstance::goOn);
    }

    /// Cuts the end off the file of the only server, which is dead: what a disk loses that did not
    /// sync what it was told to.
    ///
    /// @return whether there was so much
    public boolean cutTailOfDead(long bytes) {
        return servers.getFirst().cutTail(bytes);
    }

    /// Where the only server answers.
    public int port() {
        return servers.getFirst().port();
    }

    /// Starts those that are not there, on what they had stored.
    public void restartDead() {
        servers.stream().filter(server -> !server.isAlive()).forEach(RedisInstance::start);
    }

    /// Most of them, so that the rest may decide nothing.
    void stopMostSentinels() {
        sentinels.stream().skip(1).forEach(RedisInstance::stop);
    }

    void letSentinelsGoOn() {
        sentinels.forEach(RedisInstance::goOn);
    }

    void forgetAll() {
        try (RedisConnections connections = connections()) {
            connections.onEach(Jedis::flushAll);
        }
    }

    private void killAll() {
        Stream.concat(sentinels.stream(), servers.stream()).forEach(RedisInstance::kill);
    }

    @Override
    public void close() {
        killAll();
        Runtime.getRuntime().removeShutdownHook(atExit);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
