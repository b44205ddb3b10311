package baton.relay.redis;

import baton.model.AccountId;
import baton.model.Limits;
import baton.model.Rank;
import baton.model.Register;
import baton.model.Revised;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import baton.relay.feed.AccountChanges;
import baton.relay.feed.AccountFeed;
import baton.relay.feed.Change;
import baton.relay.feed.FeedPage;
import baton.relay.feed.Written;
import baton.relay.node.NodeId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/// The feeds in Redis: a hash of registers and a sorted set of their revisions, written by
/// `upsert.lua`.
final class RedisAccountFeed implements AccountFeed {
    private static final RedisScript UPSERT = RedisScript.named("upsert");
    private static final RedisScript SLICE = RedisScript.named("slice");
    private static final int SCAN_STEP = 1_000;

    private final RedisConnections connections;
    private final FrameCodec codec;
    private final InstantSource clock;

    RedisAccountFeed(RedisConnections connections, FrameCodec codec, InstantSource clock) {
        this.connections = connections;
        this.codec = codec;
        this.clock = clock;
    }

    @Override
    public List<Written> write(List<AccountChanges> changes) {
        List<Object> answers =
                connections.inGroups(
                        changes,
                        one -> RedisKeys.feed(one.account()),
                        (line, group) ->
                                UPSERT.runAll(
                                        line.jedis(),
                                        group.stream()
                                                .map(one -> call(one, line.epoch()))
                                                .toList()));
        List<Written> written = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            written.add(written(changes.get(i).account(), Reply.of(answers.get(i))));
        }
        return written;
    }

    private RedisScript.Call call(AccountChanges changes, long epoch) {
        AccountId account = changes.account();
        List<String> arguments = new ArrayList<>();
        arguments.add(Long.toString(clock.millis()));
        for (Change change : changes.changes()) {
            Register register = change.register();
            Rank rank = rank(change, epoch);
            arguments.add(register.key());
            arguments.add(
                    switch (change) {
                        case Change.Raise raise -> "max";
                        case Change.Return back -> "max";
                        case Change.Put put -> "set";
                        case Change.Swap swap -> "cas";
                    });
            arguments.add(Long.toString(rank.major()));
            arguments.add(Long.toString(rank.minor()));
            arguments.add(change instanceof Change.Swap swap ? Long.toString(swap.basis()) : "0");
            arguments.add(codec.encodeRegister(register));
        }
        return new RedisScript.Call(
                List.of(
                        RedisKeys.registers(account),
                        RedisKeys.feed(account),
                        RedisKeys.revision(account),
                        RedisKeys.leases(account)),
                arguments);
    }

    /// Of a register without rank the script completes it with the revision.
    private static Rank rank(Change change, long epoch) {
        return change instanceof Change.Return(var register, Rank written)
                ? written
                : change.register().rank().orElse(new Rank(epoch, 0));
    }

    private static Written written(AccountId account, Reply reply) {
        Reply pairs = reply.list(2);
        List<Written.Result> results = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i += 2) {
            results.add(new Written.Result(pairs.number(i) == 1, pairs.number(i + 1)));
        }
        Reply names = reply.list(3);
        Set<NodeId> nodes = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            nodes.add(new NodeId(names.text(i)));
        }
        return new Written(account, reply.number(0), reply.number(1), results, nodes);
    }

    @Override
    public FeedPage page(AccountId account, long after) {
        RedisScript.Call call =
                new RedisScript.Call(
                        List.of(
                                RedisKeys.registers(account),
                                RedisKeys.feed(account),
                                RedisKeys.revision(account)),
                        List.of(
                                Long.toString(after),
                                Integer.toString(Limits.FEED_REGISTERS_MAX),
                                Integer.toString(Limits.PAGE_CHARS_MAX)));
        Reply reply =
                Reply.of(
                        connections.with(RedisKeys.feed(account), jedis -> SLICE.run(jedis, call)));
        List<Revised> registers = new ArrayList<>();
        for (int i = 3; i < reply.size(); i++) {
            registers.add(decode(Stored.of(reply.text(i))));
        }
        return new FeedPage(after, reply.number(1), reply.number(0), reply.number(2), registers);
    }

    /// A register as it is stored: `MAJOR MINOR REVISION JSON`.
    private record Stored(long revision, String json) {
        static Stored of(String value) {
            String[] words = value.split(" ", 4);
            return new Stored(Long.parseLong(words[2]), words[3]);
        }
    }

    private static List<Optional<Stored>> stored(
            Jedis jedis, AccountId account, List<String> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return jedis.hmget(RedisKeys.registers(account), keys.toArray(String[]::new)).stream()
                .map(value -> Optional.ofNullable(value).map(Stored::of))
                .toList();
    }

    private Revised decode(Stored stored) {
        try {
            return new Revised(stored.revision(), codec.decodeRegister(stored.json()));
        } catch (MalformedFrameException e) {
            throw new IllegalStateException("damaged register at " + stored.revision(), e);
        }
    }

    @Override
    public List<Optional<Revised>> registers(AccountId account, List<String> keys) {
        return connections.with(
                RedisKeys.feed(account),
                jedis ->
                        stored(jedis, account, keys).stream()
                                .map(value -> value.map(this::decode))
                                .toList());
    }

    @Override
    public List<Optional<Revised>> registersOf(List<AccountId> accounts, String key) {
        return connections.inGroups(
                accounts,
                RedisKeys::feed,
                (line, group) -> {
                    List<Response<String>> answers = new ArrayList<>();
                    try (Pipeline pipeline = line.jedis().pipelined()) {
                        group.forEach(account ->
                                answers.add(pipeline.hget(RedisKeys.registers(account), key)));
                        pipeline.sync();
                    }
                    return answers.stream()
                            .map(answer -> Optional.ofNullable(answer.get()).map(Stored::of))
                            .map(value -> value.map(this::decode))
                            .toList();
                });
    }

    /// Counts only if there are as many registers of all kinds.
    @Override
    public boolean hasRoomForSetting(AccountId account) {
        String registers = RedisKeys.registers(account);
        return connections.with(
                registers,
                jedis ->
                        jedis.hlen(registers) < Limits.SETTINGS_MAX
                                || settings(jedis, registers) < Limits.SETTINGS_MAX);
    }

    private static long settings(Jedis jedis, String registers) {
        ScanParams wanted = new ScanParams().match("setting/*").count(SCAN_STEP);
        Set<String> found = new HashSet<>();
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            ScanResult<Map.Entry<String, String>> part = jedis.hscan(registers, cursor, wanted);
            part.getResult().forEach(entry -> found.add(entry.getKey()));
            cursor = part.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        return found.size();
    }

    @Override
    public long newest(AccountId account) {
        return connections.with(
                RedisKeys.revision(account),
                jedis -> number(jedis.get(RedisKeys.revision(account))));
    }

    private static long number(@org.jspecify.annotations.Nullable String text) {
        return Long.parseLong(Objects.requireNonNullElse(text, "0"));
    }
}
