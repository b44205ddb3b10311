package baton.desktop.ui.common;

import baton.desktop.store.ConversationRow;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Member;
import java.util.List;

/// What to call a conversation, its colour and its people, alike in list, header and notices.
public record ConversationNames(Texts texts, AccountId self) {

    /// The group's title, the other person's name, or "Notes to self".
    public String titleOf(ConversationRow row) {
        return titleOf(row.id(), row.title());
    }

    /// The same of a conversation of which the title is known.
    public String titleOf(ConversationId id, String title) {
        return id.kind() == ConversationId.Kind.NOTES
                ? texts.get("conversations.notes")
                : SafeText.name(title, titleOf(id));
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

    /// `Ben is typing…`, `Ben and Mia are typing…`; empty if nobody is.
    public String typingOf(List<Member> members, List<AccountId> typing) {
        List<String> names =
                typing.stream()
                        .filter(account -> !account.equals(self))
                        .map(account -> firstName(nameOf(members, account)))
                        .toList();
        if (names.isEmpty()) {
            return "";
        }
        int named = Math.min(names.size(), 2);
        return texts.format(
                "conversations.typing",
                String.join(texts.get("conversations.people.comma"), names.subList(0, named)),
                names.size() - named,
                names.size());
    }

    /// What to call an account that is a member, or its handle.
    public String nameOf(List<Member> members, AccountId account) {
        return members.stream()
                .filter(member -> member.account().equals(account))
                .map(ConversationNames::nameOf)
                .findFirst()
                .orElse("@" + account.handle());
    }

    public static String nameOf(Member member) {
        return nameOf(member.account(), member.name());
    }

    /// A person's name in one line; the handle if there is nothing to see.
    public static String nameOf(AccountId account, String name) {
        return SafeText.name(name, "@" + account.handle());
    }

    /// The part of a name that people use among each other.
    public static String firstName(String name) {
        int space = name.indexOf(' ');
        return space > 0 ? name.substring(0, space) : name;
    }

    /// The members for a header, oneself left out: `Ben, Mia and 2 more`.
    public String peopleOf(ConversationRow row) {
        if (row.id().kind() != ConversationId.Kind.GROUP) {
            return row.id().peerOf(self).map(peer -> "@" + peer.handle()).orElse("");
        }
        var others =
                row.members().stream()
                        .filter(member -> !member.account().equals(self))
                        .map(ConversationNames::nameOf)
                        .toList();
        int named = Math.min(others.size(), 3);
        String names =
                String.join(texts.get("conversations.people.comma"), others.subList(0, named));
        return texts.format("conversations.people", names, others.size() - named);
    }
}
