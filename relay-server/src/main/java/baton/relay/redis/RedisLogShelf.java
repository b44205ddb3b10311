package baton.relay.redis;

import baton.model.ConversationId;
import baton.relay.log.KeptHistory;
import baton.relay.log.LogShelf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/// The logs in Redis as they stand in a row: found by scanning the keys, trimmed by `trim.lua`.
final class RedisLogShelf implements LogShelf {
    private static final RedisScript TRIM = RedisScript.named("trim");
    private static final ScanParams LOGS = new ScanParams().match(RedisKeys.LOGS).count(CHUNK);

    private final RedisConnections connections;

    RedisLogShelf(RedisConnections connections) {
        this.connections = connections;
    }

    @Override
    public Stretch walk(String from, KeptHistory kept, Instant now) {
        Place place = Place.parse(from);
        List<RedisPrimaries.Primary> primaries = connections.primaries().all();
        if (place.primary() >= primaries.size()) {
            return new Stretch(List.of(), START);
        }
        ScanResult<String> keys =
                connections.with(
                        primaries.get(place.primary()), jedis -> jedis.scan(place.cursor(), LOGS));
        List<ConversationId> found =
                keys.getResult().stream().map(RedisLogShelf::conversation).toList();
        List<Object> answers =
                connections.inGroups(
                        found,
                        RedisKeys::log,
                        (line, group) ->
                                TRIM.runAll(
                                        line.jedis(),
                                        group.stream()
                                                .map(id -> call(id, kept, now, 1, "1"))
                                                .toList()));
        List<ConversationId> due = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (Reply.of(answers.get(i)).number(1) == 1) {
                due.add(found.get(i));
            }
        }
        return new Stretch(due, place.next(keys.getCursor(), primaries.size()));
    }

    /// How far a walk is: a primary by its number, and where in its keys. A walk during which
    /// primaries come or go may miss some logs; the next one finds them.
    private record Place(int primary, String cursor) {
        static Place parse(String text) {
            String[] parts = text.split(" ", 2);
            return parts.length < 2
                    ? new Place(0, parts[0])
                    : new Place(Integer.parseInt(parts[0]), parts[1]);
        }

        String next(String reached, int primaries) {
            boolean isOver = reached.equals(ScanParams.SCAN_POINTER_START);
            if (isOver && primary + 1 >= primaries) {
                return START;
            }
            return isOver ? primary + 1 + " " + reached : primary + " " + reached;
        }
    }

    private static ConversationId conversation(String key) {
        return new ConversationId(key.substring("{c:".length(), key.indexOf('}')));
    }

    @Override
    public boolean trim(ConversationId conversation, KeptHistory kept, Instant now) {
        RedisScript.Call call = call(conversation, kept, now, CHUNK, "0");
        return connections.with(
                        call.keys().getFirst(), jedis -> Reply.of(TRIM.run(jedis, call)).number(1))
                == 1;
    }

    private static RedisScript.Call call(
            ConversationId conversation, KeptHistory kept, Instant now, int chunk, String look) {
        long oldest = kept.age().isZero() ? 0 : now.minus(kept.age()).toEpochMilli();
        return new RedisScript.Call(
                List.of(
                        RedisKeys.log(conversation),
                        RedisKeys.meta(conversation),
                        RedisKeys.gone(conversation),
                        RedisKeys.edits(conversation),
                        RedisKeys.below(conversation),
                        RedisKeys.mentions(conversation),
                        RedisKeys.recalled(conversation)),
                List.of(
                        Long.toString(kept.events()),
                        Long.toString(oldest),
                        Integer.toString(chunk),
                        look));
    }
}
