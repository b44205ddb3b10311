package baton.desktop.demo;

import baton.desktop.runtime.Intents;
import baton.desktop.store.ConversationRow;
import baton.model.AccountId;
import baton.model.ConversationId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Plays lines of the script on the cast's devices, each as its person would: through the same intents
/// that a window uses. One thread.
final class Director {
    private final Cast cast;
    private final Ledger ledger;
    private final TreeMap<String, ConversationId> groups = new TreeMap<>();

    Director(Cast cast, Ledger ledger) {
        this.cast = cast;
        this.ledger = ledger;
    }

    /// Creates the groups of the script unless an earlier run did, and waits until everybody has them.
    void gather() {
        Player mia = cast.player("mia");
        cast.await("Mia's device is current", () -> mia.runtime().hints().status().isCurrent());
        for (String title : List.of(Script.OUTAGE, Script.RELEASE)) {
            groups.put(title, groupOf(mia, title));
        }
        cast.await(
                "everybody is in every group",
                () -> cast.players().stream().allMatch(this::isInAllGroups));
    }

    private ConversationId groupOf(Player mia, String title) {
        Optional<ConversationId> known =
                mia.runtime().reader().conversations().stream()
                        .filter(row -> row.title().equals(title))
                        .map(ConversationRow::id)
                        .findFirst();
        return known.orElseGet(
                () ->
                        mia.runtime()
                                .intents()
                                .createGroup(
                                        title,
                                        List.of(new AccountId("ana"), new AccountId("ben")),
                                        outcome -> {}));
    }

    private boolean isInAllGroups(Player player) {
        return groups.values().stream()
                .allMatch(
                        group ->
                                player.runtime()
                                        .reader()
                                        .conversation(group)
                                        .filter(row -> row.head() > 0)
                                        .isPresent());
    }

    /// Whether nobody has said anything in the groups yet.
    boolean isFirstNight() {
        Player mia = cast.player("mia");
        return groups.values().stream().allMatch(group -> head(mia, group) <= 1);
    }

    /// A group of the script.
    ConversationId conversationOf(String title) {
        return Optional.ofNullable(groups.get(title))
                .orElseThrow(() -> new DemoException("there is no group " + title));
    }

    void play(Line line) {
        switch (line) {
            case Line.Say say -> say(say);
            case Line.Read read -> read(read);
            case Line.Type type -> {
                Player typist = cast.player(type.device());
                ConversationId where = conversation(typist, type.where());
                typist.runtime().intents().saveDraft(where, type.text());
            }
        }
    }

    private void say(Line.Say say) {
        Player speaker = cast.player(say.who());
        ConversationId where = conversation(speaker, say.where());
        ledger.write(where, speaker.account(), say.text());
        long shown = head(speaker, where);
        speaker.runtime()
                .intents()
                .send(where, say.text(), shown, outcome -> complain(say, outcome));
        cast.await(
                "everybody has what " + speaker.label() + " said",
                () ->
                        speaker.runtime().hints().status().pendingOut() == 0
                                && head(speaker, where) > shown
                                && cast.players().stream().allMatch(this::isCurrent));
    }

    private static void complain(Line.Say say, Intents.Outcome outcome) {
        if (outcome instanceof Intents.Outcome.Rejected rejected) {
            throw new DemoException("\"" + say.text() + "\" was not stored: " + rejected.code());
        }
    }

    private boolean isCurrent(Player player) {
        return player.runtime().hints().status().pendingIn() == 0;
    }

    private void read(Line.Read read) {
        Player reader = cast.player(read.device());
        ConversationId where = conversation(reader, read.where());
        reader.runtime().intents().markRead(where, head(reader, where));
    }

    /// A person's handle means the direct conversation with them, one's own the notes to self, anything
    /// else a group's title.
    private ConversationId conversation(Player player, String where) {
        Optional<ConversationId> group = Optional.ofNullable(groups.get(where));
        if (group.isPresent()) {
            return group.get();
        }
        AccountId other = new AccountId(where);
        return other.equals(player.account())
                ? ConversationId.notes(other)
                : ConversationId.direct(player.account(), other);
    }

    private static long head(Player player, ConversationId conversation) {
        return player.runtime()
                .reader()
                .conversation(conversation)
                .map(ConversationRow::head)
                .orElse(0L);
    }
}
