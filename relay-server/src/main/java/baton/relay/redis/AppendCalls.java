package baton.relay.redis;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.SettingNames;
import baton.model.Target;
import baton.relay.log.Incoming;
import baton.rules.LogDigest;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// How an event is put to the two scripts that write logs. Stateless.
final class AppendCalls {
    /// Messages, and whatever is about the conversation itself.
    private static final RedisScript APPEND = RedisScript.named("turn", "append", "store");

    /// Edits, recalls and reactions.
    private static final RedisScript ACT = RedisScript.named("turn", "act", "store");

    static final List<RedisScript> SCRIPTS = List.of(APPEND, ACT);

    private AppendCalls() {}

    static RedisScript script(EventBody body) {
        return switch (body) {
            case EventBody.Edited edited -> ACT;
            case EventBody.Recalled recalled -> ACT;
            case EventBody.Reacted reacted -> ACT;
            default -> APPEND;
        };
    }

    /// @param entry the event as JSON
    /// @param refusal decided already, or empty
    static RedisScript.Call call(Incoming incoming, String entry, String refusal) {
        return new RedisScript.Call(
                keys(incoming.conversation()), arguments(incoming, entry, refusal));
    }

    private static List<String> keys(ConversationId conversation) {
        return List.of(
                RedisKeys.log(conversation),
                RedisKeys.meta(conversation),
                RedisKeys.members(conversation),
                RedisKeys.senders(conversation),
                RedisKeys.own(conversation),
                RedisKeys.gone(conversation),
                RedisKeys.edits(conversation),
                RedisKeys.mentions(conversation),
                RedisKeys.recalled(conversation));
    }

    private static List<String> arguments(Incoming incoming, String entry, String refusal) {
        Event event = incoming.event();
        EventBody body = event.body();
        Target target = target(body);
        return List.of(
                event.device().value(),
                event.author().handle(),
                Long.toString(event.clientSeq()),
                Long.toString(incoming.fence()),
                Long.toString(event.at().toEpochMilli()),
                body.kind(),
                body.isCountable() ? "1" : "0",
                LogDigest.hex(LogDigest.entryHash(event)),
                entry,
                refusal,
                detail(body),
                joined(incoming.brought()),
                event.id().toString(),
                Long.toString(incoming.seen()),
                Long.toString(incoming.claim()),
                joined(mentions(body)),
                Long.toString(target.seq()),
                target.isNone() ? "" : target.id().toString(),
                incoming.isOffered() ? "1" : "0",
                Integer.toString(Limits.MEMBERS_MAX),
                Integer.toString(Limits.NOTABLE_KEPT),
                Long.toString(Limits.CLAIM.toMillis()),
                incoming.isOverGap() ? "1" : "0",
                incoming.isAgain() ? "1" : "0");
    }

    private static String joined(Collection<AccountId> accounts) {
        return accounts.stream().map(AccountId::handle).collect(Collectors.joining(","));
    }

    private static String detail(EventBody body) {
        return switch (body) {
            case EventBody.Created created -> created.title();
            case EventBody.Titled titled -> titled.title();
            case EventBody.Guarded guarded -> guarded.on() ? SettingNames.ON : SettingNames.OFF;
            case EventBody.Claimed claimed -> claimed.force() ? "force" : "";
            default -> "";
        };
    }

    private static List<AccountId> mentions(EventBody body) {
        return switch (body) {
            case EventBody.Message message -> message.mentions();
            case EventBody.Edited edited -> edited.mentions();
            default -> List.of();
        };
    }

    private static Target target(EventBody body) {
        return switch (body) {
            case EventBody.Message message -> message.reply();
            case EventBody.Edited edited -> edited.target();
            case EventBody.Recalled recalled -> recalled.target();
            case EventBody.Reacted reacted -> reacted.target();
            default -> Target.NONE;
        };
    }
}
