package baton.desktop.ui.common;

import baton.desktop.runtime.Hint;
import baton.desktop.runtime.Pin;
import baton.model.AccountId;
import baton.model.ConversationId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/// What others do at this moment: who is there and who types where, as the relay last said. Nothing
/// of it is stored; a new window knows nothing until it is told. FX thread.
public final class Company {
    private final UiHints hints;
    private final Map<ConversationId, List<AccountId>> typing = new HashMap<>();
    private final Map<AccountId, Presence> presences = new HashMap<>();
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();

    /// @param seenAt last sign of life of somebody who is not online; [Instant#EPOCH] if unknown
    public record Presence(boolean online, Instant seenAt) {
        public static final Presence UNKNOWN = new Presence(false, Instant.EPOCH);
    }

    public Company(UiHints hints) {
        this.hints = hints;
    }

    /// Listens until the pin is closed.
    public Pin open() {
        return hints.listen(this::onHint);
    }

    private void onHint(Hint hint) {
        if (hint instanceof Hint.Typing now) {
            typing.put(now.conversation(), now.who());
        } else if (hint instanceof Hint.Presence now) {
            presences.put(now.account(), new Presence(now.online(), now.seenAt()));
        } else {
            return;
        }
        changes.set(changes.get() + 1);
    }

    /// Who types in a conversation, oneself on another device not counted.
    public List<AccountId> typingIn(ConversationId conversation) {
        return typing.getOrDefault(conversation, List.of());
    }

    public Presence of(AccountId account) {
        return presences.getOrDefault(account, Presence.UNKNOWN);
    }

    /// Rises whenever anything here changed.
    public ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }
}
