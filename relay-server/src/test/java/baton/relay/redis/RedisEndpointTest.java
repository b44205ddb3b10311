package baton.relay.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedisEndpointTest {
    private static RedisEndpoint.Url url(String uri, String user, String password) {
        return new RedisEndpoint.Url(URI.create(uri), user, password);
    }

    @Test
    void sentinelsAreNamedWithThePrimaryAndItsDatabase() {
        assertEquals(
                Optional.of(
                        new RedisEndpoint.Sentinels(
                                List.of(
                                        url("redis://a:26379", "", ""),
                                        url("redis://b:5000", "", "")),
                                "my.master",
                                url("redis://a/2", "", ""))),
                RedisEndpoint.parse("redis-sentinel://a,b:5000/my.master/2"));
    }

    @Test
    void sentinelsMayAskForAnotherPasswordThanTheirServers() {
        assertEquals(
                Optional.of(
                        new RedisEndpoint.Sentinels(
                                List.of(url("rediss://a:26379", "watch", "s,1")),
                                "m",
                                url("rediss://a", "", "p@ss"))),
                RedisEndpoint.parse("rediss-sentinel://:p%40ss@a/m?sentinel=watch:s%2C1"));
    }

    @Test
    void clusterIsNamedBySomeOfItsServers() {
        RedisEndpoint cluster = RedisEndpoint.parse("redis-cluster://u:p@a:7001,[::1]:7002").get();
        assertEquals(
                new RedisEndpoint.Cluster(
                        List.of(
                                url("redis://a:7001", "u", "p"),
                                url("redis://[::1]:7002", "u", "p"))),
                cluster);
        assertEquals("the cluster a:7001,[::1]:7002", cluster.toString());
    }

    @Test
    void anotherServerIsSpokenToInTheSameWay() {
        assertEquals(
                url("rediss://[2001:db8::1]:7000/3", "u", "p"),
                url("rediss://a:1/3", "u", "p").at("2001:db8::1", 7000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis-sentinel://a,b",
                "redis-sentinel://a,b/",
                "redis-sentinel://a,b/m/x",
                "redis-sentinel://a,,b/m",
                "redis-sentinel://a/m?password=x",
                "redis-cluster://a/1",
                "redis-cluster://",
                "redis-cluster://a?x=1",
                "redis://a,b",
                "http://a"
            })
    void nothingElseIsGuessedAt(String text) {
        assertFalse(RedisEndpoint.parse(text).isPresent());
    }
}
