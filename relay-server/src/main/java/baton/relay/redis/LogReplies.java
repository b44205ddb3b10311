package baton.relay.redis;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Refusal;
import baton.protocol.StoredEvent;
import baton.relay.log.AppendOutcome;
import baton.relay.log.Incoming;
import baton.relay.log.LogState;
import baton.relay.log.Membership;
import baton.rules.LogDigest;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import redis.clients.jedis.resps.StreamEntry;

/// What `append.lua` and `state.lua` answer, as the log's own words. Stateless.
final class LogReplies {
    private LogReplies() {}

    /// @param entry the text that was stored, if it was
    static AppendOutcome outcome(Incoming incoming, String entry, Object answer, long epoch) {
        Reply reply = Reply.of(answer);
        return switch (reply.text(0)) {
            case "stored" ->
                    new AppendOutcome.Stored(
                            epoch,
                            new StoredEvent(
                                    reply.number(1),
                                    reply.number(2),
                                    LogDigest.parse(reply.text(3)),
                                    entry),
                            incoming.event().at(),
                            reply.number(4));
            case "again" -> recorded(reply.text(1), epoch);
            case "expected" -> new AppendOutcome.Expected(reply.number(1));
            case "refused" -> new AppendOutcome.Refused(refusal(reply.text(1)));
            default -> throw new IllegalStateException("append answered " + reply.text(0));
        };
    }

    private static AppendOutcome recorded(String outcome, long epoch) {
        String[] words = outcome.split(" ", -1);
        return words[0].equals("s")
                ? new AppendOutcome.Duplicate(
                        epoch,
                        Long.parseLong(words[1]),
                        Instant.ofEpochMilli(Long.parseLong(words[2])))
                : new AppendOutcome.Refused(refusal(words[1]));
    }

    private static Refusal refusal(String code) {
        return Refusal.ofCode(code)
                .orElseThrow(() -> new IllegalStateException("unknown refusal " + code));
    }

    static LogState state(ConversationId conversation, Reply reply, long epoch) {
        Reply meta = reply.list(0);
        Reply newest = reply.list(1);
        Map<String, String> own = reply.list(3).pairs();
        Map<AccountId, Membership> members = new TreeMap<>();
        reply.list(2)
                .pairs()
                .forEach((handle, value) -> {
                    AccountId account = new AccountId(handle);
                    long wrote = Long.parseLong(own.getOrDefault(handle, "0"));
                    members.put(account, membership(account, value, wrote));
                });
        return new LogState(
                conversation,
                epoch,
                event(newest.text(0), newest.list(1).pairs()),
                meta.text(0),
                meta.number(1),
                new LogState.Announced(meta.number(2), meta.number(3), meta.number(4)),
                members);
    }

    /// @param value as `RedisKeys.members` says
    static Membership membership(AccountId account, String value, long own) {
        String[] words = value.split(" ", -1);
        Membership.Leave leave =
                words.length == 2
                        ? Membership.Leave.NONE
                        : new Membership.Leave(
                                Long.parseLong(words[2]),
                                Long.parseLong(words[3]),
                                LogDigest.parse(words[4]),
                                Instant.ofEpochMilli(Long.parseLong(words[5])));
        return new Membership(
                account, Long.parseLong(words[0]), Long.parseLong(words[1]), own, leave);
    }

    static StoredEvent event(StreamEntry entry) {
        return event(entry.getID().toString(), entry.getFields());
    }

    private static StoredEvent event(String id, Map<String, String> fields) {
        return new StoredEvent(
                Long.parseLong(id.substring(0, id.indexOf('-'))),
                Long.parseLong(field(fields, "n")),
                LogDigest.parse(field(fields, "d")),
                field(fields, "e"));
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalStateException("an entry lacks " + name);
        }
        return value;
    }
}
