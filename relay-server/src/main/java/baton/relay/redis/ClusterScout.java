package baton.relay.redis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;

/// Asks one server of a cluster, at best one that is in touch with most of the others. A replica is
/// lost if it is marked `fail`, on which a majority of the primaries has agreed; what a single
/// server suspects (`fail?`) counts for nothing.
final class ClusterScout implements RedisScout {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterScout.class);

    private final RedisEndpoint.Cluster endpoint;
    private final Questions questions;
    private final Absent absent = new Absent();

    /// Whom to ask: those that answered last, then those that were named.
    private List<RedisEndpoint.Url> known;

    ClusterScout(RedisEndpoint.Cluster endpoint, Questions questions) {
        this.endpoint = endpoint;
        this.questions = questions;
        this.known = endpoint.seeds();
    }

    /// A line of `CLUSTER NODES`.
    ///
    /// @param place `HOST PORT`
    /// @param primary id of the one that it copies, `-` for none
    /// @param firstSlots of each row of slots that it holds
    private record Node(
            String id, String place, Set<String> flags, String primary, List<Integer> firstSlots) {

        /// @param asked whom the line is from, who may not know its own address
        static Node of(String line, RedisEndpoint.Url asked) {
            String[] words = line.split(" ", -1);
            String address = words[1].substring(0, words[1].indexOf('@'));
            int colon = address.lastIndexOf(':');
            String host = colon == 0 ? asked.uri().getHost() : address.substring(0, colon);
            return new Node(
                    words[0],
                    host + " " + address.substring(colon + 1),
                    Set.of(words[2].split(",", -1)),
                    words[3],
                    Arrays.stream(words)
                            .skip(8)
                            // Slots on their way in brackets still belong to where they were.
                            .filter(row -> !row.isEmpty() && !row.startsWith("["))
                            .map(row -> Integer.parseInt(row.split("-", 2)[0]))
                            .toList());
        }

        boolean isReplica() {
            return flags.contains("slave");
        }

        boolean isLost() {
            return flags.contains("fail") || flags.contains("noaddr");
        }

        RedisEndpoint.Url url(RedisEndpoint.Url shape) {
            String[] parts = place.split(" ", 2);
            return shape.at(parts[0], Integer.parseInt(parts[1]));
        }
    }

    @Override
    public RedisPrimaries look() {
        List<Node> nodes = nodes();
        RedisEndpoint.Url shape = endpoint.seeds().getFirst();
        Map<Node, Map<String, Long>> copies = new HashMap<>();
        for (Node node : nodes) {
            if (!node.isReplica() && !node.firstSlots().isEmpty()) {
                copies.put(node, questions.copies(node.url(shape)));
            }
        }
        if (copies.isEmpty()) {
            throw new RedisUnavailableException(
                    "no server of the cluster holds a slot", new IllegalStateException("no slots"));
        }
        known = nodes.stream().filter(node -> !node.isLost()).map(node -> node.url(shape)).toList();
        questions.keep(new HashSet<>(known));
        return new RedisPrimaries(bySlot(nodes, copies, shape));
    }

    private NavigableMap<Integer, RedisPrimaries.Primary> bySlot(
            List<Node> nodes, Map<Node, Map<String, Long>> copies, RedisEndpoint.Url shape) {
        List<Node> replicas = nodes.stream().filter(Node::isReplica).toList();
        Map<String, Long> all = new HashMap<>();
        copies.values().forEach(all::putAll);
        Set<String> missing =
                absent.after(
                        places(replicas),
                        places(replicas.stream().filter(Node::isLost).toList()),
                        all);
        TreeMap<Integer, RedisPrimaries.Primary> bySlot = new TreeMap<>();
        copies.forEach((node, itsCopies) -> {
            List<Node> own =
                    replicas.stream()
                            .filter(replica -> replica.primary().equals(node.id()))
                            .toList();
            RedisPrimaries.Primary primary =
                    new Replicas(places(own), missing, itsCopies)
                            .behind(node.url(shape), replicas.isEmpty() ? 0 : 1);
            node.firstSlots().forEach(slot -> bySlot.put(slot, primary));
        });
        return bySlot;
    }

    private static Set<String> places(List<Node> nodes) {
        return nodes.stream().map(Node::place).collect(Collectors.toSet());
    }

    /// What the first says that is in touch with the cluster, or else the first that says anything.
    private List<Node> nodes() {
        Set<RedisEndpoint.Url> toAsk = new LinkedHashSet<>(known);
        toAsk.addAll(endpoint.seeds());
        List<Node> second = List.of();
        RedisUnavailableException last =
                new RedisUnavailableException(
                        "no server is named", new IllegalArgumentException("none"));
        for (RedisEndpoint.Url server : toAsk) {
            try {
                String lines = questions.ask(server, Jedis::clusterNodes);
                List<Node> nodes = lines.lines().map(line -> Node.of(line, server)).toList();
                if (questions.ask(server, Jedis::clusterInfo).contains("cluster_state:ok")) {
                    return nodes;
                }
                second = second.isEmpty() ? nodes : second;
            } catch (RedisUnavailableException e) {
                LOG.debug("a server of the cluster does not answer", e);
                last = e;
            }
        }
        if (second.isEmpty()) {
            throw last;
        }
        return second;
    }

    @Override
    public void close() {
        questions.close();
    }
}
