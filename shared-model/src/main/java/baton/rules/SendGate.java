package baton.rules;

import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.Refusal;
import java.util.Optional;

/// What may be sent at all, decided alike by the client (before anything is stored) and by the
/// relay (which trusts nobody). Membership and order are the append's to decide.
public final class SendGate {
    private SendGate() {}

    /// The reason to refuse this body in this conversation, or empty if it may be sent.
    public static Optional<Refusal> refusalOf(ConversationId conversation, EventBody body) {
        boolean isGroup = conversation.kind() == ConversationId.Kind.GROUP;
        return switch (body) {
            case EventBody.Message message -> text(message.text());
            case EventBody.Created created when isGroup -> created(created);
            case EventBody.Titled titled when isGroup -> title(titled.title());
            case EventBody.Invited invited when isGroup -> Optional.empty();
            case EventBody.Left left when isGroup -> Optional.empty();
            default -> Optional.of(Refusal.NOT_ALLOWED);
        };
    }

    private static Optional<Refusal> text(String text) {
        if (text.isBlank()) {
            return Optional.of(Refusal.EMPTY_MESSAGE);
        }
        return text.length() > Limits.TEXT_CHARS_MAX
                ? Optional.of(Refusal.TEXT_TOO_LONG)
                : Optional.empty();
    }

    private static Optional<Refusal> title(String title) {
        boolean fits = !title.isBlank() && title.length() <= Limits.TITLE_CHARS_MAX;
        return fits ? Optional.empty() : Optional.of(Refusal.TITLE_MALFORMED);
    }

    private static Optional<Refusal> created(EventBody.Created created) {
        if (created.members().size() > Limits.MEMBERS_MAX) {
            return Optional.of(Refusal.TOO_MANY_MEMBERS);
        }
        return title(created.title());
    }
}
