package baton.relay.redis;

import baton.model.AccountId;
import baton.model.Claim;
import baton.model.ConversationId;
import baton.model.Guard;
import baton.model.Refusal;
import baton.protocol.StoredEvent;
import baton.relay.log.AppendOutcome;
import baton.relay.log.Incoming;
import baton.relay.log.LogState;
import baton.relay.log.Membership;
import baton.relay.log.Notables;
import baton.relay.log.Previews;
import baton.rules.LogDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the scripts of a log answer, as the log's own words. Stateless.
final class LogReplies {
    private LogReplies() {}

    /// @param entry the text that was stored, if it was and the script does not say another one
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
                                    reply.text(5).isEmpty() ? entry : reply.text(5)),
                            incoming.event().at(),
                            reply.number(4));
            case "again" -> recorded(reply.text(1), epoch);
            case "expected" -> new AppendOutcome.Expected(reply.number(1));
            case "refused" -> new AppendOutcome.Refused(refusal(reply.text(1)), reply.number(2));
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
                : new AppendOutcome.Refused(refusal(words[1]), Long.parseLong(words[2]));
    }

    private static Refusal refusal(String code) {
        return Refusal.ofCode(code)
                .orElseThrow(() -> new IllegalStateException("unknown refusal " + code));
    }

    static LogState state(ConversationId conversation, Reply reply, long epoch, Previews previews) {
        Reply meta = reply.list(0);
        Map<AccountId, Membership> members = members(reply, meta.number(8), meta.number(9));
        String[] line = meta.text(7).split(" ", -1);
        return new LogState(
                conversation,
                epoch,
                event(reply.list(1).text(0), reply.list(1).list(1).pairs()),
                previews.of(new AccountId(line[2]), line[3], reply.text(2)),
                meta.text(0),
                meta.number(1),
                new LogState.Announced(meta.number(2), meta.number(3), meta.number(4)),
                new Guard(meta.text(5).equals("on"), claim(meta.text(6))),
                members,
                notables(members, reply.list(6).pairs(), reply.list(7).pairs()));
    }

    private static Claim claim(String value) {
        String[] words = value.split(" ", -1);
        return words.length < 2 ? Claim.NONE : new Claim(words[0], Long.parseLong(words[1]));
    }

    private static Map<AccountId, Membership> members(
            Reply reply, long logFloor, long logFloorCount) {
        Map<String, String> own = reply.list(4).pairs();
        Map<String, String> below = reply.list(5).pairs();
        Map<AccountId, Membership> members = new TreeMap<>();
        reply.list(3)
                .pairs()
                .forEach((handle, value) -> {
                    long wrote = Long.parseLong(own.getOrDefault(handle, "0"));
                    long wroteBelow = Long.parseLong(below.getOrDefault(handle, "0"));
                    AccountId account = new AccountId(handle);
                    members.put(
                            account,
                            membership(account, value, wrote)
                                    .trimmed(logFloor, logFloorCount, wroteBelow));
                });
        return members;
    }

    private static Map<AccountId, Notables> notables(
            Map<AccountId, Membership> members,
            Map<String, String> mentions,
            Map<String, String> recalled) {
        Map<AccountId, Notables> all = new TreeMap<>();
        if (mentions.isEmpty() && recalled.isEmpty()) {
            return all;
        }
        for (AccountId account : members.keySet()) {
            NotedPlaces mentioning = NotedPlaces.of(mentions.getOrDefault(account.handle(), "0 "));
            NotedPlaces gone = NotedPlaces.NONE;
            for (Map.Entry<String, String> author : recalled.entrySet()) {
                if (!author.getKey().equals(account.handle())) {
                    gone = gone.with(NotedPlaces.of(author.getValue()));
                }
            }
            long changedAt = Math.max(mentioning.changedAt(), gone.changedAt());
            if (changedAt > 0) {
                all.put(account, new Notables(changedAt, gone.seqs(), mentioning.seqs()));
            }
        }
        return all;
    }

    /// @param value as `RedisKeys.members` says
    private static Membership membership(AccountId account, String value, long own) {
        String[] words = value.split(" ", 8);
        return new Membership(
                account,
                Long.parseLong(words[0]),
                Long.parseLong(words[1]),
                Long.parseLong(words[2]),
                own,
                words.length == 3 ? Membership.Leave.NONE : leave(words, own));
    }

    /// Of those that were written by a relay that did not count them, all are its own at leaving.
    private static Membership.Leave leave(String[] words, long own) {
        String[] counts = words[4].split("/", 2);
        return new Membership.Leave(
                Long.parseLong(words[3]),
                Long.parseLong(counts[0]),
                counts.length == 1 ? own : Long.parseLong(counts[1]),
                LogDigest.parse(words[5]),
                Instant.ofEpochMilli(Long.parseLong(words[6])),
                words[7]);
    }

    /// @param reply as `page.lua` answers it, which is not empty
    static List<StoredEvent> newestFirst(Reply reply) {
        List<StoredEvent> events = new ArrayList<>();
        for (int i = 3; i < reply.size(); i += 4) {
            events.add(
                    new StoredEvent(
                            reply.number(i),
                            reply.number(i + 1),
                            LogDigest.parse(reply.text(i + 2)),
                            reply.text(i + 3)));
        }
        return events;
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
