package baton.relay.arch;

import static baton.arch.CommonRules.never;
import static baton.arch.CommonRules.onlyIn;

import baton.arch.GuardedRule;
import java.util.List;
import java.util.stream.Stream;

/** Who may know whom in the relay. */
final class RelayRules {
    private RelayRules() {}

    /**
     * @param root package that all others are counted from: {@code baton}, or that of fixtures
     */
    static List<GuardedRule> under(String root) {
        String relay = root + ".relay";
        return Stream.of(libraries(relay), layers(relay), ports(relay))
                .flatMap(rules -> rules.stream())
                .toList();
    }

    private static List<GuardedRule> libraries(String relay) {
        return List.of(
                onlyIn(
                        "only socket knows WebSocket, Tyrus and Grizzly",
                        "SessionWithSocket",
                        List.of(relay + ".socket.."),
                        "a session is tested without a socket",
                        "jakarta.websocket..",
                        "org.glassfish.."),
                onlyIn(
                        "only redis and app know Jedis",
                        "LogWithJedis",
                        List.of(relay + ".redis..", relay + ".app.."),
                        "the ports have twins in memory",
                        "redis.clients.."),
                onlyIn(
                        "only tls knows Bouncy Castle",
                        "LogWithBouncyCastle",
                        List.of(relay + ".tls.."),
                        "the rest goes by the keys of Java",
                        "org.bouncycastle.."),
                onlyIn(
                        "only app starts the embedded Redis",
                        "NodeStartsRedis",
                        List.of(relay + ".app.."),
                        "in earnest Redis is run by someone else",
                        "redis.embedded.."));
    }

    private static List<GuardedRule> layers(String relay) {
        return List.of(
                onlyIn(
                        "nobody knows the wiring",
                        "SessionKnowsApp",
                        List.of(relay + ".app.."),
                        "wiring knows all, so whoever knows wiring knows all",
                        relay + ".app.."),
                never(
                        "session knows the ports, not Redis or sockets",
                        "SessionKnowsRedis",
                        relay + ".session..",
                        "sessions are tested against the twins in memory",
                        relay + ".redis..",
                        relay + ".socket.."),
                never(
                        "socket knows sessions, not what is behind them",
                        "SocketKnowsLog",
                        relay + ".socket..",
                        "a socket only carries frames",
                        relay + ".redis..",
                        relay + ".log..",
                        relay + ".feed..",
                        relay + ".archive.."),
                never(
                        "redis knows the ports, not who uses them",
                        "RedisKnowsSession",
                        relay + ".redis..",
                        "an adapter serves a port",
                        relay + ".session..",
                        relay + ".socket..",
                        relay + ".admission.."));
    }

    private static List<GuardedRule> ports(String relay) {
        return List.of(
                port(relay, "log", "LogKnowsSession"),
                port(relay, "feed", "FeedKnowsSession"),
                port(relay, "node", "NodeKnowsSession"),
                port(relay, "account", "AccountKnowsSession"));
    }

    private static GuardedRule port(String relay, String port, String canary) {
        return never(
                port + " is a port: it knows neither its adapter nor its users",
                canary,
                relay + "." + port + "..",
                "a port is what both sides agree on",
                relay + ".redis..",
                relay + ".session..",
                relay + ".socket..",
                relay + ".admission..");
    }
}
