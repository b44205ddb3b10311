package baton.relay.redis;

import baton.model.Allowed;
import baton.relay.log.Proofs;
import java.security.SecureRandom;
import java.util.HexFormat;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.SetParams;

/// The relay's secret, made by the first node that ever used this Redis. A node that has read it
/// writes it down again where the store lost it, so that events of before stay believable. May be
/// used by any thread.
@Allowed("a secret may not follow from anybody's seed")
final class RedisSecret {
    private static final int BYTES = 32;

    private volatile String secret;

    private RedisSecret(String secret) {
        this.secret = secret;
    }

    /// The secret of the Redis behind these connections, from now on of each that takes its place.
    static RedisSecret of(RedisConnections connections) {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        RedisSecret secret = new RedisSecret(HexFormat.of().formatHex(bytes));
        connections.withConfirmed(RedisKeys.SECRET, secret::meet);
        connections
                .epoch()
                .whenExchanged(() -> {
                    try (Jedis jedis = connections.connect(RedisKeys.SECRET)) {
                        secret.meet(jedis);
                    }
                });
        return secret;
    }

    /// Whoever came first has decided; then all nodes agree.
    private String meet(Jedis jedis) {
        jedis.set(RedisKeys.SECRET, secret, SetParams.setParams().nx());
        secret = jedis.get(RedisKeys.SECRET);
        return secret;
    }

    Proofs proofs() {
        return new Proofs(HexFormat.of().parseHex(secret));
    }
}
