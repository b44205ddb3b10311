package baton.desktop.ui.common;

import baton.desktop.store.TimelineRow;
import baton.model.AccountId;
import baton.model.EventBody;
import java.util.List;

/// What happened in a conversation besides messages, as a sentence. Pure.
public record EventWords(Texts texts) {

    /// Whether the row shows as a message, not as a sentence.
    public static boolean isMessage(EventBody body) {
        return body instanceof EventBody.Message
                || (body instanceof EventBody.Gone && body.isCountable());
    }

    /// `Ben invited @mia`
    public String of(TimelineRow.Entry entry) {
        String name = ConversationNames.nameOf(entry.event().author(), entry.authorName());
        return switch (entry.event().body()) {
            case EventBody.Created(String title, List<AccountId> members) ->
                    texts.format("timeline.created", name, SafeText.line(title));
            case EventBody.Invited(AccountId account) ->
                    texts.format("timeline.invited", name, "@" + account.handle());
            case EventBody.Left left -> texts.format("timeline.left", name);
            case EventBody.Titled(String title) ->
                    texts.format("timeline.titled", name, SafeText.line(title));
            case EventBody.Guarded(boolean on) ->
                    texts.format(on ? "timeline.guarded" : "timeline.unguarded", name);
            case EventBody.Claimed claimed -> texts.format("timeline.claimed", name);
            case EventBody.Released released -> texts.format("timeline.released", name);
            default -> texts.get("timeline.unknown");
        };
    }
}
