package baton.desktop.demo;

import baton.desktop.runtime.Intents;
import baton.desktop.store.ConversationRow;
import baton.desktop.store.TimelineRow;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Target;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/// Plays lines of the script on the cast's devices, each as its person would: through the same
/// intents that a window uses. One thread.
final class Director {
    private static final int ROWS_READ = 20;

    private final Cast cast;
    private final Ledger ledger;
    private final TreeMap<String, ConversationId> groups = new TreeMap<>();

    Director(Cast cast, Ledger ledger) {
        this.cast = cast;
        this.ledger = ledger;
    }

    /// Creates the groups of the script unless an earlier run did, and waits until everybody has
    /// them.
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
        return known.orElseGet(() ->
                mia.runtime()
                        .intents()
                        .createGroup(
                                title,
                                List.of(new AccountId("ana"), new AccountId("ben")),
                                outcome -> {}));
    }

    private boolean isInAllGroups(Player player) {
        return groups.values().stream()
                .allMatch(group ->
                        player.runtime()
                                .reader()
                                .conversation(group)
                                .filter(row -> row.head() > 0)
                                .isPresent());
    }

    /// Whether nobody has said anything in the groups yet.
    boolean isFirstNight() {
        Player mia = cast.player("mia");
        return groups.values().stream().allMatch(group -> newest(mia, group) <= 1);
    }

    /// A group of the script.
    ConversationId conversationOf(String title) {
        return Optional.ofNullable(groups.get(title))
                .orElseThrow(() -> new DemoException("there is no group " + title));
    }

    void play(Line line) {
        switch (line) {
            case Line.Say(String who, String where, String text) ->
                    say(cast.player(who), where, text, false);
            case Line.Answer(String who, String where, String text) ->
                    say(cast.player(who), where, text, true);
            case Line.React react -> react(react);
            case Line.Reword reword -> reword(reword);
            case Line.Read read -> read(read);
            case Line.Type type -> {
                Player typist = cast.player(type.device());
                ConversationId where = conversation(typist, type.where());
                typist.runtime().intents().saveDraft(where, type.text());
            }
        }
    }

    /// Says it and waits until every device that can be reached has it, as people answer what they
    /// have read. Somebody without a network writes all the same, and it waits on the disk.
    private void say(Player speaker, String place, String text, boolean isAnswer) {
        ConversationId where = conversation(speaker, place);
        ledger.write(where, speaker.account(), text);
        Target reply = isAnswer ? targetOf(last(speaker, where)) : Target.NONE;
        Intents.Outgoing message =
                new Intents.Outgoing(text, newest(speaker, where), reply, List.of(), 0);
        CountDownLatch stored = new CountDownLatch(1);
        speaker.runtime()
                .intents()
                .send(
                        where,
                        message,
                        outcome -> {
                            complain(text, outcome);
                            stored.countDown();
                        });
        cast.await(
                "everybody has what " + speaker.label() + " said",
                () ->
                        stored.getCount() == 0
                                && (!speaker.isOnline() || isEverywhere(speaker, where)));
    }

    private boolean isEverywhere(Player speaker, ConversationId where) {
        return speaker.runtime().reader().outbox().isEmpty()
                && hearers(where).allMatch(each -> newest(each, where) >= newest(speaker, where));
    }

    /// Those who can be reached.
    private Stream<Player> hearers(ConversationId where) {
        return cast.players().stream()
                .filter(each -> takesPart(each, where))
                .filter(Player::isOnline);
    }

    /// Says very much at once, and waits for nobody.
    void sayMuch() {
        Player speaker = cast.player("mia");
        ConversationId where = conversationOf(Script.OUTAGE);
        for (String text : Script.much()) {
            ledger.write(where, speaker.account(), text);
            speaker.runtime()
                    .intents()
                    .send(
                            where,
                            new Intents.Outgoing(text, newest(speaker, where)),
                            outcome -> complain(text, outcome));
        }
    }

    private void react(Line.React react) {
        Player actor = cast.player(react.who());
        ConversationId where = conversation(actor, react.where());
        TimelineRow.Entry message = last(actor, where);
        actor.runtime()
                .intents()
                .react(
                        where,
                        targetOf(message),
                        react.emoji(),
                        true,
                        outcome -> complain(react.emoji(), outcome));
        awaitAgreement(actor, where, message);
    }

    private void reword(Line.Reword reword) {
        Player actor = cast.player(reword.who());
        ConversationId where = conversation(actor, reword.where());
        TimelineRow.Entry message = last(actor, where);
        actor.runtime()
                .intents()
                .edit(
                        where,
                        targetOf(message),
                        reword.text(),
                        List.of(),
                        outcome -> complain(reword.text(), outcome));
        awaitAgreement(actor, where, message);
    }

    /// Waits until a message stands as changed on every device that can be reached.
    private void awaitAgreement(Player actor, ConversationId where, TimelineRow.Entry before) {
        cast.await(
                "everybody sees what " + actor.label() + " changed",
                () ->
                        !actor.isOnline()
                                || hearers(where)
                                        .allMatch(each ->
                                                held(each, where)
                                                        .anyMatch(now -> isChanged(now, before))));
    }

    private static boolean isChanged(TimelineRow.Entry now, TimelineRow.Entry before) {
        return now.event().id().equals(before.event().id())
                && !now.folded().equals(before.folded());
    }

    private static Target targetOf(TimelineRow.Entry message) {
        return new Target(message.event().seq(), message.event().id());
    }

    private static TimelineRow.Entry last(Player player, ConversationId where) {
        return held(player, where)
                .findFirst()
                .orElseThrow(() -> new DemoException("nobody has said anything there"));
    }

    /// The newest messages that the device holds, the newest first; behind them may be what it does
    /// not hold yet.
    private static Stream<TimelineRow.Entry> held(Player player, ConversationId where) {
        return player
                .runtime()
                .reader()
                .timelineUpTo(where, Long.MAX_VALUE, ROWS_READ)
                .rows()
                .reversed()
                .stream()
                .filter(row -> row instanceof TimelineRow.Entry)
                .map(row -> (TimelineRow.Entry) row);
    }

    private static boolean takesPart(Player player, ConversationId where) {
        return where.kind() == ConversationId.Kind.GROUP
                || where.namedMembers().contains(player.account());
    }

    private static void complain(String text, Intents.Outcome outcome) {
        if (outcome instanceof Intents.Outcome.Rejected rejected) {
            throw new DemoException("\"" + text + "\" was not stored: " + rejected.code());
        }
    }

    private void read(Line.Read read) {
        Player reader = cast.player(read.device());
        ConversationId where = conversation(reader, read.where());
        reader.runtime().intents().markRead(where, newest(reader, where));
    }

    /// A person's handle means the direct conversation with them, one's own the notes to self,
    /// anything else a group's title.
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

    /// Newest seq that the device holds; 0 for none.
    static long newest(Player player, ConversationId conversation) {
        return player
                .runtime()
                .reader()
                .timelineUpTo(conversation, Long.MAX_VALUE, 1)
                .rows()
                .stream()
                .mapToLong(row -> row instanceof TimelineRow.Entry entry ? entry.event().seq() : 0)
                .max()
                .orElse(0);
    }
}
