package baton.trials.faults;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Seal;
import baton.rules.LogDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A conversation of two people with two devices each in which all is well, to plant faults in.
final class PlantedTalk {
    static final AccountId ANA = new AccountId("ana");
    static final AccountId BEN = new AccountId("ben");
    static final ConversationId PAIR = ConversationId.direct(ANA, BEN);
    private static final List<DeviceId> DEVICES =
            List.of(new DeviceId("a0"), new DeviceId("a1"), new DeviceId("b0"), new DeviceId("b1"));
    private static final int TURNS = 40;
    private static final long READ = 30;

    /// What a fault is planted in; [#talk] puts it together.
    final List<Event> log = new ArrayList<>();

    final List<Desk> desks = DEVICES.stream().map(Desk::new).toList();
    final Map<AccountId, Copy.Mark> before = new HashMap<>();

    /// One device, and what its person wrote down.
    static final class Desk {
        final DeviceId device;
        final List<Entry> acts = new ArrayList<>();
        final List<Event> held = new ArrayList<>();
        final List<Copy.Waiting> outbox = new ArrayList<>();
        Copy.Mark read = Copy.Mark.NONE;
        long badge;
        String draft = "";

        Desk(DeviceId device) {
            this.device = device;
        }

        AccountId account() {
            return device.value().startsWith("a") ? ANA : BEN;
        }
    }

    PlantedTalk() {
        for (int turn = 0; turn < TURNS; turn++) {
            Desk desk = desks.get(turn % desks.size());
            String text = desk.device + "." + turn;
            say(desk, new Act.Send(PAIR, text), new EventBody.Message(text));
        }
        Event edited = log.get(4);
        say(
                desks.getFirst(),
                new Act.Edit(PAIR, edited.id(), "a0.edit"),
                new EventBody.Edited(edited.asTarget(), "a0.edit", List.of()));
        recall(log.get(5));
        desks.forEach(this::hold);
        note(desks.getFirst(), new Act.Read(PAIR, READ));
        note(desks.getFirst(), new Act.Draft(PAIR, "half a thought"));
        before.put(ANA, new Copy.Mark(0, READ - 5));
    }

    private void recall(Event message) {
        String text = ((EventBody.Message) message.body()).text();
        say(
                desks.get(1),
                new Act.Recall(PAIR, message.id(), text),
                new EventBody.Recalled(message.asTarget()));
        log.set(
                Math.toIntExact(message.seq() - 1),
                message.saying(new EventBody.Gone("message", true)));
    }

    /// An act that becomes an event.
    void say(Desk desk, Act act, EventBody body) {
        note(desk, act);
        long before = log.isEmpty() ? 0 : log.getLast().count();
        long number = log.stream().filter(event -> event.device().equals(desk.device)).count() + 1;
        Event event =
                new Event(
                        log.size() + 1L,
                        before + (body.isCountable() ? 1 : 0),
                        0,
                        desk.account(),
                        desk.device,
                        number,
                        MessageId.of(log.size(), 0, 7),
                        Instant.EPOCH,
                        new Seal(LogDigest.bodyHash(body), 1),
                        body);
        log.add(event);
        seal();
    }

    /// An act of which the log says nothing.
    void note(Desk desk, Act act) {
        desk.acts.add(new Entry(desk.acts.size() + 1L, 1, act, Entry.Fate.PROMISED));
    }

    /// Gives all events the seqs, counts and digests of their places.
    void seal() {
        long digest = 0;
        long count = 0;
        for (int i = 0; i < log.size(); i++) {
            count += log.get(i).body().isCountable() ? 1 : 0;
            Event placed = log.get(i).placed(i + 1L, count, 0);
            digest = Chain.after(digest, placed);
            log.set(i, placed.placed(i + 1L, count, digest));
        }
    }

    /// Everybody holds what the log says.
    void spread() {
        seal();
        desks.forEach(this::hold);
    }

    private void hold(Desk desk) {
        boolean isAna = desk.account().equals(ANA);
        desk.held.clear();
        desk.held.addAll(log);
        desk.read = new Copy.Mark(0, isAna ? READ : 0);
        desk.draft = isAna ? "half a thought" : "";
        desk.badge =
                log.stream()
                        .filter(event -> event.body() instanceof EventBody.Message)
                        .filter(event -> !event.author().equals(desk.account()))
                        .filter(event -> !isAna || event.seq() > READ)
                        .count();
    }

    Talk talk() {
        Map<DeviceId, List<Entry>> acts = new HashMap<>();
        desks.forEach(desk -> acts.put(desk.device, List.copyOf(desk.acts)));
        return new Talk(PAIR, log, desks.stream().map(this::copy).toList(), acts, before);
    }

    private Copy copy(Desk desk) {
        Event last = log.getLast();
        return new Copy(
                new Copy.Owner(desk.device.value(), desk.device, desk.account()),
                desk.held,
                List.of(new Copy.Stretch(desk.held.getFirst().seq(), desk.held.getLast().seq())),
                new Copy.Head(last.seq(), last.count(), last.digest()),
                Copy.Floor.NONE,
                desk.read,
                desk.outbox,
                new Copy.Shown(desk.badge, desk.draft, false));
    }
}
