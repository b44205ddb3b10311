package baton.rules;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.Refusal;
import java.util.List;
import java.util.Optional;

/// What may be sent at all, decided alike by the client (before anything is stored) and by the
/// relay (which trusts nobody). Membership and order are the append's to decide.
public final class SendGate {
    private SendGate() {}

    /// The reason to refuse this body in this conversation, or empty if it may be sent.
    public static Optional<Refusal> refusalOf(ConversationId conversation, EventBody body) {
        boolean isGroup = conversation.kind() == ConversationId.Kind.GROUP;
        boolean isNotes = conversation.kind() == ConversationId.Kind.NOTES;
        return switch (body) {
            case EventBody.Message message -> text(message.text(), message.mentions());
            case EventBody.Edited edited -> text(edited.text(), edited.mentions());
            case EventBody.Recalled recalled -> Optional.empty();
            case EventBody.Reacted reacted -> emoji(reacted.emoji());
            case EventBody.Guarded guarded when !isNotes -> Optional.empty();
            case EventBody.Claimed claimed when !isNotes -> Optional.empty();
            case EventBody.Released released when !isNotes -> Optional.empty();
            case EventBody.Created created when isGroup -> created(created);
            case EventBody.Titled titled when isGroup -> title(titled.title());
            case EventBody.Invited invited when isGroup -> Optional.empty();
            case EventBody.Left left when isGroup -> Optional.empty();
            default -> Optional.of(Refusal.NOT_ALLOWED);
        };
    }

    private static Optional<Refusal> text(String text, List<AccountId> mentions) {
        if (text.isBlank()) {
            return Optional.of(Refusal.EMPTY_MESSAGE);
        }
        if (mentions.size() > Limits.MENTIONS_MAX) {
            return Optional.of(Refusal.TOO_MANY_MENTIONS);
        }
        return text.length() > Limits.TEXT_CHARS_MAX
                ? Optional.of(Refusal.TEXT_TOO_LONG)
                : Optional.empty();
    }

    /// An emoji has no letters, spaces or control characters; which ones there are only the font
    /// knows.
    private static Optional<Refusal> emoji(String emoji) {
        boolean fits =
                !emoji.isEmpty()
                        && emoji.length() <= Limits.EMOJI_CHARS_MAX
                        && emoji.codePoints().noneMatch(SendGate::isPlainText);
        return fits ? Optional.empty() : Optional.of(Refusal.EMOJI_MALFORMED);
    }

    private static boolean isPlainText(int codePoint) {
        return Character.isLetter(codePoint)
                || Character.isWhitespace(codePoint)
                || Character.isISOControl(codePoint);
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
