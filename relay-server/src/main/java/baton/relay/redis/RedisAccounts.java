package baton.relay.redis;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import baton.relay.account.AccountStore;
import baton.relay.account.AccountsUnavailableException;
import baton.relay.account.Profile;
import baton.relay.account.SignedInDevice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.Jedis;

/// Accounts and their devices in Redis: two hashes in the account's slot.
public final class RedisAccounts implements AccountStore {
    private static final String NAME = "name";
    private static final String PASSWORD = "password";
    private static final String SINCE = "since";

    private final RedisConnections connections;
    private final FrameCodec codec;

    public RedisAccounts(RedisConnections connections, FrameCodec codec) {
        this.connections = connections;
        this.codec = codec;
    }

    /// Hash: name, password (its hash), since. Never trimmed.
    private static String profileKey(AccountId account) {
        return "{a:" + account + "}:profile";
    }

    /// Hash: device id to [SignedInDevice] as JSON. A device leaves it when it signs out.
    private static String devicesKey(AccountId account) {
        return "{a:" + account + "}:devices";
    }

    @Override
    public boolean create(AccountId account, Profile profile, SignedInDevice first) {
        String profileKey = profileKey(account);
        Map<String, String> fields =
                Map.of(
                        NAME,
                        profile.name(),
                        PASSWORD,
                        profile.passwordHash(),
                        SINCE,
                        Long.toString(profile.since().toEpochMilli()));
        return confirmed(
                account,
                jedis -> {
                    jedis.watch(profileKey);
                    if (jedis.exists(profileKey)) {
                        jedis.unwatch();
                        return false;
                    }
                    // The watch makes this fail if somebody else has just taken the handle.
                    try (AbstractTransaction all = jedis.multi()) {
                        all.hset(profileKey, fields);
                        all.hset(
                                devicesKey(account),
                                first.device().value(),
                                codec.encodeApi(first));
                        return isDone(all);
                    }
                });
    }

    @SuppressWarnings("NullAway") // The library says null when a watched key changed.
    private static boolean isDone(AbstractTransaction transaction) {
        return transaction.exec() != null;
    }

    @Override
    public Optional<Profile> profile(AccountId account) {
        Map<String, String> fields = with(account, jedis -> jedis.hgetAll(profileKey(account)));
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Profile(
                        fields.getOrDefault(NAME, account.handle()),
                        fields.getOrDefault(PASSWORD, ""),
                        Instant.ofEpochMilli(Long.parseLong(fields.getOrDefault(SINCE, "0")))));
    }

    @Override
    public Optional<String> nameOf(AccountId account) {
        return with(account, jedis -> Optional.ofNullable(jedis.hget(profileKey(account), NAME)));
    }

    @Override
    public void addDevice(AccountId account, SignedInDevice device) {
        confirmed(
                account,
                jedis ->
                        jedis.hset(
                                devicesKey(account),
                                device.device().value(),
                                codec.encodeApi(device)));
    }

    @Override
    public Optional<SignedInDevice> device(AccountId account, DeviceId device) {
        return with(
                        account,
                        jedis ->
                                Optional.ofNullable(
                                        jedis.hget(devicesKey(account), device.value())))
                .map(this::decoded);
    }

    @Override
    public List<SignedInDevice> devices(AccountId account) {
        return with(account, jedis -> jedis.hvals(devicesKey(account))).stream()
                .map(this::decoded)
                .toList();
    }

    @Override
    public Optional<SignedInDevice> renameDevice(AccountId account, DeviceId device, String name) {
        String devicesKey = devicesKey(account);
        return confirmed(
                account,
                jedis -> {
                    while (true) {
                        // Nobody may sign out in between, or else this would sign them in again.
                        jedis.watch(devicesKey);
                        Optional<SignedInDevice> renamed =
                                Optional.ofNullable(jedis.hget(devicesKey, device.value()))
                                        .map(json -> decoded(json).named(name));
                        if (renamed.isEmpty()) {
                            jedis.unwatch();
                            return renamed;
                        }
                        if (isReplaced(jedis, devicesKey, renamed.get())) {
                            return renamed;
                        }
                    }
                });
    }

    private boolean isReplaced(Jedis jedis, String devicesKey, SignedInDevice device) {
        try (AbstractTransaction all = jedis.multi()) {
            all.hset(devicesKey, device.device().value(), codec.encodeApi(device));
            return isDone(all);
        }
    }

    @Override
    public boolean removeDevice(AccountId account, DeviceId device) {
        return confirmed(account, jedis -> jedis.hdel(devicesKey(account), device.value()) > 0);
    }

    private SignedInDevice decoded(String json) {
        try {
            return codec.decodeApi(json, SignedInDevice.class);
        } catch (MalformedFrameException e) {
            throw new IllegalStateException("a stored device is damaged", e);
        }
    }

    private <T> T with(AccountId account, Function<Jedis, T> call) {
        try {
            return connections.with(profileKey(account), call);
        } catch (RedisUnavailableException e) {
            throw new AccountsUnavailableException(e);
        }
    }

    /// For what somebody is told of: an account, a device that was let in or signed out.
    private <T> T confirmed(AccountId account, Function<Jedis, T> call) {
        try {
            return connections.withConfirmed(profileKey(account), call);
        } catch (RedisUnavailableException e) {
            throw new AccountsUnavailableException(e);
        }
    }
}
