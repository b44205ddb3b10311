package baton.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.store.ConversationRow.Badge;
import baton.model.AccountId;
import baton.model.Claim;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Folded;
import baton.model.Guard;
import baton.model.Member;
import baton.model.MessageId;
import baton.model.Preview;
import baton.model.Reaction;
import baton.model.Register;
import baton.model.Revised;
import baton.model.Span;
import baton.model.SpanSet;
import baton.model.Tally;
import baton.model.Target;
import baton.rules.EventFold;
import baton.rules.Unread;
import baton.simulation.Chronicle.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One conversation at the end of a run: what its log holds, what was really said, and whether each
/// device holds and shows exactly that.
///
/// @param log as the relay keeps it
/// @param plain what was said, read without any rule of the code under test
/// @param floor first seq that the relay keeps
/// @param isForgotten whether nobody is left who could know of it
/// @param recalledOnce what was recalled, also by a recall that a store lost and nobody brought
///   back
record Reading(
        ConversationId conversation,
        List<Event> log,
        PlainReading plain,
        long floor,
        boolean isForgotten,
        Set<MessageId> recalledOnce) {

    static Reading of(Simulation simulation, ConversationId conversation, List<Event> log) {
        long head = log.isEmpty() ? 0 : log.getLast().seq();
        Chronicle chronicle = simulation.relay().witness().chronicle();
        List<Entry> said = chronicle.of(conversation, head);
        Trims trims = simulation.trims();
        PlainReading plain =
                PlainReading.of(
                        conversation, said, seq -> trims.floorWhen(conversation, seq).seq());
        Reading reading =
                new Reading(
                        conversation,
                        log,
                        plain,
                        trims.floor(conversation).seq(),
                        new ForgottenLog(simulation).is(conversation),
                        said.stream()
                                .map(Entry::id)
                                .filter(chronicle::wasRecalled)
                                .collect(Collectors.toSet()));
        reading.isWhatWasSaid(simulation);
        return reading;
    }

    private void isWhatWasSaid(Simulation simulation) {
        for (Event event : log) {
            Entry entry = plain.entries().get((int) event.seq() - 1);
            assertEquals(entry.id(), event.id(), () -> "another event stands at " + event.seq());
            AccountId author = simulation.cast().accountOf(event.device());
            assertEquals(author, event.author(), () -> "not by its author: " + event.body());
            assertEquals(
                    PlainReading.wherever(plain.kept(entry)),
                    PlainReading.wherever(event.body()),
                    () -> "the log keeps another body at " + event.seq() + " of " + conversation);
        }
    }

    /// @throws AssertionError if the device does not hold and show all that it should
    void check(SimDevice device) {
        if (isForgotten) {
            return;
        }
        AccountId self = device.identity().account();
        Register.Info info = device.store().info(conversation).orElse(null);
        if (info == null || plain.firstVisible(self).isEmpty()) {
            boolean isNothing = info == null || head(device).seq() == 0;
            assertTrue(
                    isNothing && heldBy(device).isEmpty() && plain.firstVisible(self).isEmpty(),
                    "holds a log that it does not know, or does not know what it is in");
            return;
        }
        knowsWhatItIs(device, self, info);
        holdsWhatItMaySee(device, info);
        showsWhatWasSaid(device, info);
        badgesAreRecounts(device, self, info);
    }

    private void knowsWhatItIs(SimDevice device, AccountId self, Register.Info info) {
        boolean isMember = plain.members().contains(self);
        String who = conversation + " on " + device;
        assertEquals(!isMember, info.left(), () -> "membership of " + who);
        long first = plain.firstVisible(self).orElseThrow();
        long kept = Math.min(floor, plain.lastVisible(self) + 1);
        assertEquals(Math.max(first, kept), info.floor(), () -> "floor of " + who);
        Tally below = new Tally(countUpTo(info.floor() - 1), ownUpTo(info.floor() - 1, self));
        assertEquals(below, info.floorTally(), () -> "tally before the floor of " + who);
        if (isMember) {
            Set<AccountId> members = new TreeSet<>();
            info.members().stream().map(Member::account).forEach(members::add);
            assertEquals(plain.members(), members, () -> "members of " + who);
            assertEquals(plain.title(), info.title(), () -> "title of " + who);
        }
        Guard guard = info.guard();
        assertEquals(isMember ? plain.claim() : Claim.NONE, guard.claim(), () -> "claim of " + who);
        assertEquals(isMember && plain.isGuarded(), guard.on(), () -> "guard of " + who);
    }

    private long countUpTo(long seq) {
        return messagesUpTo(seq).count();
    }

    private long ownUpTo(long seq, AccountId account) {
        return messagesUpTo(seq).filter(entry -> entry.author().equals(account)).count();
    }

    private Stream<Entry> messagesUpTo(long seq) {
        return plain.entries().stream()
                .filter(entry -> entry.seq() <= seq && entry.body().isCountable());
    }

    private void holdsWhatItMaySee(SimDevice device, Register.Info info) {
        long last = plain.lastVisible(device.identity().account());
        List<Event> visible =
                log.stream()
                        .filter(event -> info.floor() <= event.seq() && event.seq() <= last)
                        .toList();
        List<Event> held = List.copyOf(heldBy(device).values());
        String who = "log of " + conversation + " on " + device;
        assertEquals(seqs(visible), seqs(held), who);
        for (int i = 0; i < held.size(); i++) {
            Event should = visible.get(i);
            if (info.left() && isEditOfWhatItNeverSaw(should, info)) {
                continue;
            }
            assertEquals(staysGone(held.get(i)) ? gone(should) : should, held.get(i), who);
        }
        SpanSet whole =
                visible.isEmpty()
                        ? SpanSet.EMPTY
                        : new SpanSet(
                                List.of(
                                        new Span(
                                                info.floor(),
                                                last,
                                                info.floorCount(),
                                                countUpTo(last))));
        assertEquals(whole, device.store().spans.getOrDefault(conversation, SpanSet.EMPTY), who);
        Register.Head head = head(device);
        assertTrue(
                head.seq() == last
                        && head.count() == countUpTo(last)
                        && (visible.isEmpty() || visible.getLast().digest() == head.digest()),
                () -> "head of " + conversation + " on " + device + ": " + head);
        assertEquals(preview(last), head.preview(), () -> "preview of " + conversation);
    }

    /// What a device saw gone stays gone there, also if the store lost the recall.
    private boolean staysGone(Event held) {
        return held.body() instanceof EventBody.Gone && recalledOnce.contains(held.id());
    }

    private static Event gone(Event event) {
        return event.saying(EventFold.gone(event.body()));
    }

    /// A recall after it left names no message that it may see, so it keeps such an edit, which it
    /// shows nowhere.
    private boolean isEditOfWhatItNeverSaw(Event event, Register.Info info) {
        return plain.entries().get((int) event.seq() - 1).body() instanceof EventBody.Edited edited
                && plain.message(edited.target().id())
                        .filter(message -> message.seq() < info.floor())
                        .isPresent();
    }

    private Register.Head head(SimDevice device) {
        Revised head = device.store().registers.get("head/" + conversation);
        assertTrue(head != null, () -> "head of " + conversation + " on " + device + ": none");
        return (Register.Head) head.register();
    }

    private TreeMap<Long, Event> heldBy(SimDevice device) {
        return device.store().events.getOrDefault(conversation, new TreeMap<>());
    }

    private static List<Long> seqs(List<Event> events) {
        return events.stream().map(Event::seq).toList();
    }

    private Preview preview(long last) {
        for (Entry entry : plain.entries().subList(0, (int) last).reversed()) {
            if (isNews(entry.body()) || entry.seq() == 1) {
                return preview(entry, last);
            }
        }
        throw new AssertionError("nothing to show of " + conversation);
    }

    /// Whether lists show it.
    static boolean isNews(EventBody body) {
        return body.isCountable()
                || body instanceof EventBody.Created
                || body instanceof EventBody.Invited
                || body instanceof EventBody.Left
                || body instanceof EventBody.Titled;
    }

    private Preview preview(Entry entry, long last) {
        boolean isRecalled =
                entry.body().isCountable()
                        ? plain.shown(entry, last).gone()
                        : plain.kept(entry) instanceof EventBody.Gone;
        String text = entry.body().isCountable() ? plain.shown(entry, last).text() : "";
        return new Preview(
                entry.author(), isRecalled ? EventBody.Gone.KIND : entry.body().kind(), text);
    }

    private void showsWhatWasSaid(SimDevice device, Register.Info info) {
        TreeMap<Long, Event> held = heldBy(device);
        Map<MessageId, List<EventFold.Said>> said = new HashMap<>();
        for (Event event : held.values()) {
            EventFold.targetOf(event.body())
                    .map(Target::id)
                    .ifPresent(id ->
                            said.computeIfAbsent(id, key -> new ArrayList<>())
                                    .add(EventFold.Said.of(event)));
        }
        for (Event event : held.values()) {
            if (event.body().isCountable()) {
                Entry entry = plain.entries().get((int) event.seq() - 1);
                PlainReading.Shown should =
                        staysGone(event)
                                ? PlainReading.Shown.GONE
                                : plain.shown(entry, info.floor(), held.lastKey());
                Folded shown =
                        device.store().shown(event, said.getOrDefault(event.id(), List.of()));
                assertEquals(
                        should,
                        plainly(shown),
                        () -> "shown at " + event.seq() + " of " + conversation + " on " + device);
            }
        }
    }

    static PlainReading.Shown plainly(Folded folded) {
        Map<String, Set<AccountId>> reactions = new TreeMap<>();
        for (Reaction reaction : folded.reactions()) {
            reactions.put(reaction.emoji(), new TreeSet<>(reaction.accounts()));
        }
        return new PlainReading.Shown(
                folded.text(),
                new TreeSet<>(folded.mentions()),
                folded.edited(),
                folded.gone(),
                reactions);
    }

    private void badgesAreRecounts(SimDevice device, AccountId self, Register.Info info) {
        Register.Head head = head(device);
        long after = Math.max(read(device).seq(), info.floor() - 1);
        long unread = 0;
        List<Long> mentions = new ArrayList<>();
        for (Entry entry :
                plain.entries().subList((int) after, (int) Math.max(after, head.seq()))) {
            boolean isNews = entry.body().isCountable() && !entry.author().equals(self);
            PlainReading.Shown shown = plain.shown(entry, head.seq());
            unread += isNews && !shown.gone() ? 1 : 0;
            if (isNews && shown.mentions().contains(self)) {
                mentions.add(entry.seq());
            }
        }
        Badge badge = badge(device);
        String who = conversation + " on " + device;
        assertEquals(unread, badge.unread(), () -> "unread of " + who);
        // Whoever left may be told of mentions in edits that it never sees.
        assertEquals(
                info.left() ? badge.mentions() : mentions.size(),
                badge.mentions(),
                () -> "mentions of " + who + " at " + mentions);
    }

    /// The badge by the registers that a device holds.
    Badge badge(SimDevice device) {
        Register.Info info = device.store().info(conversation).orElseThrow();
        Register.Notable notable =
                device.store().registers.get("notable/" + conversation)
                                instanceof Revised(var revision, Register.Notable places)
                        ? places
                        : new Register.Notable(conversation, 0, 0, List.of(), List.of());
        return new Badge(
                Unread.of(head(device), read(device), info, notable),
                Unread.mentions(head(device), read(device), info, notable));
    }

    private Register.Read read(SimDevice device) {
        return device.store().registers.get("read/" + conversation)
                        instanceof Revised(var revision, Register.Read mark)
                ? mark
                : new Register.Read(conversation, 0, 0, 0, 0);
    }
}
