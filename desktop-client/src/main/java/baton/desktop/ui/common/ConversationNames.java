package baton.desktop.ui.common;

import baton.desktop.store.ConversationRow;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Member;

/// What to call a conversation, its colour and its people, alike in list, header and notices.
public record ConversationNames(Texts texts, AccountId self) {

    /// The group's title, the other person's name, or "Notes to self".
    public String titleOf(ConversationRow row) {
        return row.id().kind() == ConversationId.Kind.NOTES
                ? texts.get("conversations.notes")
                : row.title().isEmpty() ? titleOf(row.id()) : row.title();
    }

    /// The best that is known before the conversation exists.
    public String titleOf(ConversationId id) {
        return switch (id.kind()) {
            case NOTES -> texts.get("conversations.notes");
            case DIRECT -> id.peerOf(self).map(AccountId::handle).orElse("");
            case GROUP -> texts.get("conversations.group");
        };
    }

    /// A direct conversation has the colour of the other person everywhere.
    public String identityOf(ConversationId id) {
        return id.peerOf(self).map(AccountId::handle).orElse(id.value());
    }

    /// The members for a header, oneself left out: `Ben, Mia and 2 more`.
    public String peopleOf(ConversationRow row) {
        if (row.id().kind() != ConversationId.Kind.GROUP) {
            return row.id().peerOf(self).map(peer -> "@" + peer.handle()).orElse("");
        }
        var others =
                row.members().stream()
                        .filter(member -> !member.account().equals(self))
                        .map(Member::name)
                        .toList();
        int named = Math.min(others.size(), 3);
        String names =
                String.join(texts.get("conversations.people.comma"), others.subList(0, named));
        return texts.format("conversations.people", names, others.size() - named);
    }
}
