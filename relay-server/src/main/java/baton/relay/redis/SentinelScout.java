package baton.relay.redis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;

/// Asks all Sentinels. The one that saw the newest failover says who is the primary; a replica is
/// lost if more than half of all Sentinels call it so. Those that do not answer call nobody lost:
/// they may just be promoting it.
final class SentinelScout implements RedisScout {
    private static final Logger LOG = LoggerFactory.getLogger(SentinelScout.class);
    private static final Set<String> LOST = Set.of("s_down", "o_down", "disconnected");

    private final RedisEndpoint.Sentinels endpoint;
    private final Questions questions;
    private final Absent absent = new Absent();

    SentinelScout(RedisEndpoint.Sentinels endpoint, Questions questions) {
        this.endpoint = endpoint;
        this.questions = questions;
    }

    /// What one Sentinel says.
    ///
    /// @param failover the number of the last one that it knows of
    /// @param sentinels how many there are, itself among them
    private record View(
            long failover, String primary, int sentinels, Set<String> replicas, Set<String> lost) {
        static View of(Jedis sentinel, String name) {
            Map<String, String> primary = sentinel.sentinelMaster(name);
            List<Map<String, String>> replicas = sentinel.sentinelReplicas(name);
            return new View(
                    Long.parseLong(primary.getOrDefault("config-epoch", "0")),
                    place(primary),
                    1 + Integer.parseInt(primary.getOrDefault("num-other-sentinels", "0")),
                    replicas.stream().map(View::place).collect(Collectors.toSet()),
                    replicas.stream()
                            .filter(View::isLost)
                            .map(View::place)
                            .collect(Collectors.toSet()));
        }

        private static String place(Map<String, String> server) {
            return server.get("ip") + " " + server.get("port");
        }

        private static boolean isLost(Map<String, String> replica) {
            return Arrays.stream(replica.getOrDefault("flags", "").split(",", -1))
                    .anyMatch(LOST::contains);
        }
    }

    @Override
    public RedisPrimaries look() {
        List<View> views = views();
        View newest = views.stream().max(Comparator.comparingLong(View::failover)).orElseThrow();
        List<View> agreed =
                views.stream().filter(view -> view.primary().equals(newest.primary())).toList();
        int sentinels =
                Math.max(
                        endpoint.sentinels().size(),
                        agreed.stream().mapToInt(View::sentinels).max().orElse(1));
        Set<String> listed = new HashSet<>();
        agreed.forEach(view -> listed.addAll(view.replicas()));
        Set<String> lost =
                listed.stream()
                        .filter(place -> isLost(place, agreed, sentinels))
                        .collect(Collectors.toSet());
        String[] place = newest.primary().split(" ", 2);
        RedisEndpoint.Url primary = endpoint.data().at(place[0], Integer.parseInt(place[1]));
        Set<RedisEndpoint.Server> asked = new HashSet<>(endpoint.sentinels());
        asked.add(primary);
        questions.keep(asked);
        Map<String, Long> copies = questions.copies(primary);
        return RedisPrimaries.sole(
                new Replicas(listed, absent.after(listed, lost, copies), copies)
                        .behind(primary, listed.isEmpty() ? 0 : 1));
    }

    private static boolean isLost(String place, List<View> views, int sentinels) {
        return 2 * views.stream().filter(view -> view.lost().contains(place)).count() > sentinels;
    }

    private List<View> views() {
        List<View> views = new ArrayList<>();
        RedisUnavailableException last =
                new RedisUnavailableException(
                        "no Sentinel is named", new IllegalArgumentException("none"));
        for (RedisEndpoint.Url sentinel : endpoint.sentinels()) {
            try {
                views.add(questions.ask(sentinel, jedis -> View.of(jedis, endpoint.name())));
            } catch (RedisUnavailableException e) {
                LOG.debug("a Sentinel does not answer", e);
                last = e;
            }
        }
        if (views.isEmpty()) {
            throw last;
        }
        return views;
    }

    @Override
    public void close() {
        questions.close();
    }
}
