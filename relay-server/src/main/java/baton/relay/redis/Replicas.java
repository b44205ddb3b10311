package baton.relay.redis;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import redis.clients.jedis.Jedis;

/// The replicas of one primary, and how many of them must have a write before it counts: every one
/// that could take the primary's place.
///
/// One is left out only if those who would promote it say themselves that it is lost; where there
/// are replicas at all, one must confirm in any case. A replica that confirms counts too, whatever
/// else is said of it: its confirmation must not stand for another one's.
///
/// @param listed by those who would promote them, each as `HOST PORT`
/// @param absent those among them that nobody waits for: see [Absent]
/// @param copies those that follow the primary closely, as it says, with the seconds since each
///   confirmed something
record Replicas(Set<String> listed, Set<String> absent, Map<String, Long> copies) {
    private static final long LAG_SECONDS_MAX = 2;
    private static final Pattern COPY =
            Pattern.compile("slave\\d+:ip=([^,]+),port=(\\d+),state=online,offset=\\d+,lag=(\\d+)");

    /// Asks a primary for [#copies].
    static Map<String, Long> copies(Jedis primary) {
        return COPY.matcher(primary.info("replication"))
                .results()
                .collect(
                        Collectors.toMap(
                                found -> found.group(1) + " " + found.group(2),
                                found -> Long.parseLong(found.group(3)),
                                Math::min));
    }

    /// @param least how many must confirm if nothing is known of any
    RedisPrimaries.Primary behind(RedisEndpoint.Url primary, int least) {
        Set<String> needed = new HashSet<>(listed);
        needed.removeAll(absent);
        copies.forEach((place, lag) -> {
            if (lag <= LAG_SECONDS_MAX) {
                needed.add(place);
            }
        });
        Set<String> all = new HashSet<>(listed);
        all.addAll(needed);
        return new RedisPrimaries.Primary(
                primary,
                listed.stream()
                        .map(place -> place.split(" ", 2))
                        .map(place -> primary.at(place[0], Integer.parseInt(place[1])))
                        .collect(Collectors.toSet()),
                Math.max(least, needed.size()),
                Math.max(least, all.size()));
    }
}
