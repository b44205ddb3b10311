package baton.relay.redis;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.relay.account.AccountsUnavailableException;
import baton.relay.account.LinkStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.SetParams;

/// Open links in Redis: one key per code, and one per device that names its newest code. A link
/// counts only while both agree, so that a device that asks twice at once has one in the end. Both
/// go by themselves when their time is over.
public final class RedisLinks implements LinkStore {
    private final RedisConnections connections;

    public RedisLinks(RedisConnections connections) {
        this.connections = connections;
    }

    /// String: `ACCOUNT DEVICE` of the device that shows the code whose hash this is. Expires.
    private static String linkKey(String hash) {
        return "{l:" + hash + "}:link";
    }

    /// String: hash of the newest code of a device. Expires.
    private static String newestKey(AccountId account, DeviceId device) {
        return "{a:" + account + "}:link:" + device;
    }

    @Override
    public void open(String codeHash, Issuer issuer, Duration lifetime) {
        SetParams forAWhile = SetParams.setParams().px(lifetime.toMillis());
        String newestKey = newestKey(issuer.account(), issuer.device());
        Optional<String> old = with(newestKey, jedis -> Optional.ofNullable(jedis.get(newestKey)));
        old.map(RedisLinks::linkKey).ifPresent(key -> with(key, jedis -> jedis.del(key)));
        String linkKey = linkKey(codeHash);
        String shownBy = issuer.account() + " " + issuer.device();
        with(linkKey, jedis -> jedis.set(linkKey, shownBy, forAWhile));
        with(newestKey, jedis -> jedis.set(newestKey, codeHash, forAWhile));
    }

    @Override
    public Optional<Issuer> take(String codeHash) {
        String linkKey = linkKey(codeHash);
        return with(
                        linkKey,
                        jedis ->
                                Optional.ofNullable(jedis.get(linkKey))
                                        // Of those who ask at once, one is told that it deleted
                                        // the key.
                                        .filter(found -> jedis.del(linkKey) == 1))
                .map(RedisLinks::issuer)
                .filter(issuer -> isNewest(codeHash, issuer));
    }

    private boolean isNewest(String codeHash, Issuer issuer) {
        String newestKey = newestKey(issuer.account(), issuer.device());
        return with(newestKey, jedis -> Optional.ofNullable(jedis.get(newestKey)))
                .filter(newest -> MessageDigest.isEqual(bytes(newest), bytes(codeHash)))
                .isPresent();
    }

    private static byte[] bytes(String hash) {
        return hash.getBytes(StandardCharsets.US_ASCII);
    }

    private static Issuer issuer(String stored) {
        String[] words = stored.split(" ", -1);
        return new Issuer(new AccountId(words[0]), new DeviceId(words[1]));
    }

    private <T> T with(String key, Function<Jedis, T> call) {
        try {
            return connections.with(key, call);
        } catch (RedisUnavailableException e) {
            throw new AccountsUnavailableException(e);
        }
    }
}
