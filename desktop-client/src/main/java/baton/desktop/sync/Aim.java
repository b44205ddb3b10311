package baton.desktop.sync;

import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Target;
import baton.rules.EventFold;
import java.util.Optional;

/// The message that something which is to be sent is about: one that it edits, recalls, reacts to
/// or answers.
final class Aim {
    private Aim() {}

    static Optional<MessageId> of(EventBody body) {
        return target(body).map(Target::id);
    }

    private static Optional<Target> target(EventBody body) {
        return body instanceof EventBody.Message message
                ? Optional.of(message.reply()).filter(reply -> !reply.isNone())
                : EventFold.targetOf(body);
    }

    /// The same about a message that has another seq by now; empty if it says so already, or is
    /// about another one.
    static Optional<EventBody> moved(EventBody body, Target now) {
        return target(body)
                .filter(target -> target.id().equals(now.id()) && target.seq() != now.seq())
                .map(target -> at(now, body));
    }

    private static EventBody at(Target now, EventBody body) {
        return switch (body) {
            case EventBody.Message(var text, var reply, var mentions) ->
                    new EventBody.Message(text, now, mentions);
            case EventBody.Edited(var target, var text, var mentions) ->
                    new EventBody.Edited(now, text, mentions);
            case EventBody.Recalled(var target) -> new EventBody.Recalled(now);
            case EventBody.Reacted(var target, var emoji, var on) ->
                    new EventBody.Reacted(now, emoji, on);
            default -> body;
        };
    }
}
